// The makers of all renderers, one file each.
#pragma once

#include <memory>

#include "careportal_lint/renderer.h"

namespace careportal_lint::renderers {

std::unique_ptr<Renderer> make_text(const RenderOptions& options);
std::unique_ptr<Renderer> make_compact(const RenderOptions& options);
std::unique_ptr<Renderer> make_json(const RenderOptions& options);
std::unique_ptr<Renderer> make_jsonl(const RenderOptions& options);

}  // namespace careportal_lint::renderers
