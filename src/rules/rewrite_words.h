// What the fitting of rewrites knows of single words.
#pragma once

#include <initializer_list>
#include <string_view>

namespace careportal_lint {

bool is_in(std::string_view word, std::initializer_list<std::string_view> words);

/// "a", "an".
bool is_article(std::string_view word);
/// A word after which no article or other determiner may follow.
bool is_determiner(std::string_view word);
/// "the", "her", "several": the first word of a rewrite that brings its own determiner.
bool opens_with_determiner(std::string_view first);
/// "had a hard season", "in need of support": no article goes before it.
bool opens_without_noun(std::string_view first);
/// "services", "help": no indefinite article goes before a rewrite that ends so.
bool takes_no_indefinite(std::string_view last);
/// Stands between an article and a noun: "her new [..]", "a bad [..]".
bool is_adjective(std::string_view word);
bool is_person(std::string_view word);

}  // namespace careportal_lint
