#include <filesystem>

#include "input/syntax.hpp"
#include "input/tree.hpp"
#include "provenu/input/read.hpp"

namespace provenu::input {

std::string kind_of_file(const std::string& path) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(path, none)) return {};
    diag::Diagnostics found;  // whoever reads the file in earnest finds them again
    const SourcePointer source = load(path, {}, found);
    if (!source || !is_plain_yaml(source, found)) return {};
    const auto document = read_tree(source, found);
    if (!document || document->root.kind != Node::Kind::map) return {};
    const Node* kind = find(document->root, "kind");
    return kind != nullptr && kind->kind == Node::Kind::scalar ? std::string(kind->text) : std::string();
}

}  // namespace provenu::input
