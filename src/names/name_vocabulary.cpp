#include "names/name_vocabulary.h"

#include <algorithm>
#include <bit>
#include <map>
#include <vector>

#include "lexicon/lexicon.h"

namespace careportal_lint {
namespace {

struct EnglishGroup {
  WordGroup group;
  std::string_view words;  ///< with a blank between
};

constexpr EnglishGroup kEnglish[] = {
    {WordGroup::modal, "would will can could may might should to doesn't didn't does also really just"},
    {WordGroup::irregular_past, "said told wore drew slept knew thought wrote sang read felt drove outgrew taught understood"},
    {WordGroup::caller, "he she i we they mom dad has had have and worker who already"},
    {WordGroup::number_word,
     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
     "eighteen"},
    {WordGroup::before_of,
     "because care custody proud mother mom dad father parent parents ahead instead friend guardian sister brother "
     "behalf thinks thought speaking placement aunt uncle grandmother hopes"},
    {WordGroup::before_from, "hear heard hearing help support call calls text texts note email message word hug hugs"},
    {WordGroup::before_person, "asked told met thank tell ask per let gave give helped love meet placed"},
    {WordGroup::becomes, "is was turned turns turning just will be only now"},
    {WordGroup::after_age, "and years yrs yr year months mos weeks but so this in today now who with she he yo y"},
    {WordGroup::age_sign, "age aged dob born yo"},
    {WordGroup::sort_of_person, "boy girl male female age ages size sizes newborn"},
    {WordGroup::years, "year years yr yrs yo y months mo mos weeks"},
    {WordGroup::article, "the a an her his my our their such one quite"},
    {WordGroup::clause_stop, "for of to in on with that and from at who is when by"},
    {WordGroup::person_noun,
     "boy girl kid child man woman baby mom mother dad father teen teenager toddler student son daughter brother "
     "sister youth grandma grandmother lady infant kiddo"},
    {WordGroup::owner, "the her his my our their"},
    {WordGroup::class_level, "kindergarten preschool high middle college elementary grade school daycare foster diapers"},
    {WordGroup::turning, "turned turns turning"},
    {WordGroup::joining, "at from over with"},
    {WordGroup::speech, "said says told tells called promised agreed"},
    {WordGroup::function_word,
     "and or but to in at for with who when while because so on as since after before by a an the this that her his "
     "their it from of about too if then than until into up out over both all she he they i we not no till til next "
     "every whose where again now alone bc cuz though turning age aged asap please pls right there here today w"},
    {WordGroup::before_date,
     "in by until till til since last next this early late mid of end during each every before after around come per "
     "through"},
    {WordGroup::particle, "de la las del los van von der den ter el al bin ben ibn bint abu abd da do dos das di du le san st y"},
    {WordGroup::after_surname, "is was has who said works lives"},
    {WordGroup::before_thing,
     "a an the some like likes love loves enjoy enjoys watch watches watching play plays playing or any brand our of "
     "uses use into on favorite two new"},
    {WordGroup::paint,
     "color colors colour colours navy mint orange black white brown aqua turquoise maroon beige tan peach silver "
     "cream burgundy red blue green purple pink yellow gray grey teal lavender"},
    {WordGroup::bible, "bible psalm psalms jesus scripture scriptures gospel stories testament verse lord lions whale ark"},
    {WordGroup::media,
     "movies movie music shows show songs characters character singers singer artists bands band books games game "
     "toys favorites interests reading watching teams team brands stores colors themes theme tv series novel novels reader musical "
     "episode episodes season seasons rerun reruns recordings album albums cartoon cartoons poem poems tunes audiobook audiobooks "
     "musicals broadway"},
    {WordGroup::told_of_age, "age aged yo yr yrs years year old mo mos months m f"},
    {WordGroup::pet_name, "big lil little mama papa baby girl boy tante ol saw naw nant mahn daw"},
    {WordGroup::opens_list, "for with help so get and when that"},
    {WordGroup::before_word, "a an the her his their my our your this that in of no very so is are more some be little to"},
    {WordGroup::speaks, "said says told tells wears loves likes plays wants hopes asked prefers enjoys works lives"},
    {WordGroup::strict_title, "mr mrs ms mx"},
    {WordGroup::opens_unknown, "for with and that about named"},
    {WordGroup::determines,
     "a an the her his their my our your this that in no of one every each new little sweet big older old two good "
     "young some any to very so such"},
    {WordGroup::pronoun, "he she hes shes"},
    {WordGroup::sibling, "sisters brothers twins siblings sibs cousins placed both"},
    {WordGroup::adjective,
     "frank precious unique sunny royal rusty sandy stormy rich major young strong sweet noble loyal brave true wild "
     "gentle blessed golden white brown black small long junior early"},
    {WordGroup::opens_clause, "and but because since so then when if that while bc cuz"},
    {WordGroup::needing, "needs needed wants turned turns wears has is"},
    {WordGroup::place_opening, "camp lake mount fort port team club hotel cafe planet lord hurricane mission chateau casa"},
    {WordGroup::doubling,
     "bye choo pom yo cha so no ha hee ho night very really yum nom pee poo boo wee tick knock chop tut hush there many more far long "
     "please "
     "now tu ice too well yes ok okay way big old had that out up down in on bit blah"},
    {WordGroup::raises, "has have had raising took raises got fostering adopted parenting parents placed"},
    {WordGroup::acting,
     "working staying living sleeping doing trying asking struggling thriving raising expecting attending graduating wearing parenting "
     "sober employed homeless engaged married "
     "divorced"},
    {WordGroup::feeling,
     "scared sick shy hungry tired afraid excited crawling walking teething starting growing sleeping wearing asking "
     "turning outgrowing potty"},
    {WordGroup::determiner, "the a an her his their our my your this that one each another"},
    {WordGroup::bare_kin,
     "mom mother mommy momma mama dad father daddy grandma grandmother grandpa grandfather granny nana mimi papa "
     "parents grandparents kids children siblings twins boys girls sons daughters stepdad stepmom stepfather baby "
     "brothers sisters grandkids grandchildren"},
    {WordGroup::grown,
     "works worked working job rent hired shift shifts bill bills apartment lease license custody reunify parent "
     "parents visits kids children evicted drives cooks raising raised"},
    {WordGroup::birth, "baby expecting pregnant newborn due"},
    {WordGroup::bearing, "just she is had having a her who"},
    {WordGroup::polite, "mr mrs ms miss mx dr"},
    {WordGroup::big, "big lil little"},
    {WordGroup::kind_of_kin,
     "relative kinship foster bio birth biological maternal paternal older younger little baby half single oldest "
     "youngest middle only new case social step"},
    {WordGroup::she, "she her herself"},
    {WordGroup::he, "he his him himself"},
    {WordGroup::liking, "love loves loved like likes uses use using into enjoy enjoys adore adores"},
    {WordGroup::media_verb, "read reads reading watch watches watching watched"},
    {WordGroup::working,
     "work works worked working job jobs employed hired met starts started shift shifts shops banks bank banking enrolled student studies "
     "studied studying"},
    {WordGroup::twin_word, "twin twins brothers sisters siblings both r are ages age placed share"},
    {WordGroup::modal_name, "will may can"},
    {WordGroup::one_verb,
     "is was has had needs needed got gets starts just will would doesn't doesnt didn't didnt isn't isnt wasn't wasnt hasn't hasnt won't "
     "wont "
     "can't "
     "cant still already really keeps kept came comes went goes takes took started starts moved moves stays stayed lost turned turns "
     "outgrew wants says said gave gives makes made ran calls called helps helped broke fell threw ate woke hurt hit bit spilled cried "
     "ain't aint never always been can could should dont "
     "don't do"},
    {WordGroup::acts_of_people, "need needed share shared want wanted wear love sleep slept"},
    {WordGroup::needing_verb, "needs wants wears sleeps outgrew"},
    {WordGroup::graces,
     "hope grace faith joy patience mercy charity harmony justice serenity trinity summer winter autumn storm star treasure blessing honey "
     "candy ginger miles"},
    {WordGroup::telling, "told asked tell ask help helping helped thank met placed adopted"},
    {WordGroup::suits, "fine ok okay good great needed preferred best perfect enough possible cheaper better welcome nice too be"},
    {WordGroup::called_things,
     "pattern song hymn game book movie film show recipe restaurant diner program church store place car truck bear doll team band app "
     "class "
     "group club street toy starter plant dish soup drink soap lotion formula product brand medication medicine boat tractor van bus ship "
     "company business company's website channel podcast blog town city county lake river park color paint flower tomato variety quilt "
     "puzzle exercise dance sport shop salon bakery camp school event award breed"},
    {WordGroup::naming, "named called calls call"},
    {WordGroup::singing, "sing sings sang singing hum hums hummed humming"},
    {WordGroup::before_bare,
     "for told asked tell ask help helping helps helped placed meet met w thank have has had got get gets took keep keeps keeping raising "
     "fostering bring brought"},
};

}  // namespace

NameVocabulary::Builder::Builder() {
  for (const EnglishGroup& english : kEnglish) {
    for (std::size_t pos = 0; pos < english.words.size();) {
      const std::size_t end = std::min(english.words.find(' ', pos), english.words.size());
      add(english.words.substr(pos, end - pos), english.group);
      pos = end + 1;
    }
  }
}

void NameVocabulary::Builder::add(std::string_view word, WordGroup group) {
  if (!word.empty()) groups_[Lexicon::hash_lowered(word)].add(group);
}

std::string NameVocabulary::Builder::bytes() const {
  std::vector<Entry> table(std::bit_ceil(groups_.size() * 2));
  // in order, so that the same words make the same bytes
  const std::map<std::uint64_t, WordGroups> sorted(groups_.begin(), groups_.end());
  for (const auto& [hash, groups] : sorted) {
    std::size_t slot = hash & (table.size() - 1);
    while (table[slot].hash != 0) slot = (slot + 1) & (table.size() - 1);
    table[slot] = {hash, groups};
  }
  return {static_cast<const char*>(static_cast<const void*>(table.data())), table.size() * sizeof(Entry)};
}

}  // namespace careportal_lint
