#include "tables/workbook.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "tables/archive.hpp"
#include "tables/cells.hpp"
#include "tables/drafts.hpp"
#include "tables/letters.hpp"
#include "tables/xml.hpp"

namespace provenu::tables {
namespace {

/// A workbook being read: its parts are parsed one after another.
struct Opening {
    Archive archive;
    diag::SourcePointer source;
    diag::Diagnostics& found;

    [[nodiscard]] diag::Place place() const { return {source, 0, 0, 1}; }
    void refuse(std::string_view problem) { found.error("P888", place(), {{"problem", std::string(problem), true}}); }
};

/// No workbook with a table for a committee has more.
constexpr std::size_t most_sheets = 200;

struct SheetName {
    std::string name;
    std::string part;
    bool hidden = false;
};

/// The root of a part; nothing, and a finding, where it is damaged or too large. A part that is not there is an empty root where
/// `needed` is not set.
std::optional<pugi::xml_document> parsed(Opening& opening, const std::string& name, bool needed) {
    auto part = opening.archive.part(name);
    pugi::xml_document document;
    if (std::holds_alternative<Archive::Missing>(part) && !needed) return document;
    if (std::holds_alternative<Archive::TooLarge>(part)) {
        opening.found.error("P888", opening.place(), {{"problem", "tables.workbook.too_large", true}});
        return {};
    }
    const auto* bytes = std::get_if<std::string>(&part);
    if (bytes == nullptr) {
        opening.refuse(std::holds_alternative<Archive::Missing>(part) ? "tables.workbook.part_missing"
                                                                      : "tables.workbook.packed");
        return {};
    }
    if (!document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) {
        opening.refuse("tables.workbook.xml");
        return {};
    }
    return document;
}

/// A path as seen from the folder of the part that names it; one with a slash in front is seen from the top.
std::string resolved(const std::string& folder, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    std::string at = folder;
    while (target.starts_with("../") && !at.empty()) {
        target.erase(0, 3);
        const auto slash = at.find_last_of('/', at.size() - 2);
        at.erase(slash == std::string::npos ? 0 : slash + 1);
    }
    return at + target;
}

struct Relation {
    std::string part;
    std::string type;  ///< the last word of its kind: `worksheet`, `styles`
};
using Relations = std::map<std::string, Relation>;

std::optional<Relations> relations(Opening& opening, const std::string& part) {
    const auto slash = part.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string file = slash == std::string::npos ? part : part.substr(slash + 1);
    const auto document = parsed(opening, folder + "_rels/" + file + ".rels", false);
    if (!document) return {};
    Relations all;
    for (const auto& each : document->document_element()) {
        const std::string type = each.attribute("Type").value();
        all[each.attribute("Id").value()] = {resolved(folder, each.attribute("Target").value()),
                                             type.substr(type.find_last_of('/') + 1)};
    }
    return all;
}

std::string part_of_type(const Relations& relations, std::string_view type, std::string otherwise) {
    const auto found = std::ranges::find_if(relations, [&](const auto& each) { return each.second.type == type; });
    return found == relations.end() ? std::move(otherwise) : found->second.part;
}

/// `r:id`, whatever the prefix.
std::string relation_id(const pugi::xml_node& sheet) {
    for (const auto& attribute : sheet.attributes())
        if (std::string_view(attribute.name()).find(':') != std::string_view::npos && local(attribute.name()) == "id")
            return attribute.value();
    return {};
}

std::vector<SheetName> sheets_of(const pugi::xml_node& workbook, const Relations& relations) {
    std::vector<SheetName> sheets;
    for (const auto& each : child(workbook, "sheets")) {
        const auto relation = relations.find(relation_id(each));
        if (relation == relations.end() || relation->second.type != "worksheet") continue;  // a chart alone, a macro sheet
        const std::string_view state = each.attribute("state").value();
        if (sheets.size() < most_sheets)
            sheets.push_back(
                {plain_text(each.attribute("name").value()), relation->second.part, state == "hidden" || state == "veryHidden"});
    }
    return sheets;
}

std::optional<Shared> shared_of(Opening& opening, const Relations& relations) {
    const auto strings = parsed(opening, part_of_type(relations, "sharedStrings", "xl/sharedStrings.xml"), false);
    const auto styles = strings ? parsed(opening, part_of_type(relations, "styles", "xl/styles.xml"), false) : std::nullopt;
    if (!styles) return {};
    Shared shared;
    for (const auto& each : strings->document_element())
        if (is(each, "si")) shared.texts.push_back(rich_text(each));
    shared.formats = number_formats(styles->document_element());
    return shared;
}

std::optional<Sheet> sheet_at(Opening& opening, const SheetName& name, const Shared& shared) {
    const auto document = parsed(opening, name.part, true);
    if (!document) return {};
    auto read = read_cells(document->document_element(), shared, opening.source);
    if (read.too_large) opening.found.error("P886", opening.place(), {{"limit", std::to_string(most_cells)}});
    if (read.damaged) opening.refuse("tables.workbook.cells");
    if (read.too_large || read.damaged) return {};
    read.sheet.path = opening.source->path;
    read.sheet.name = name.name;
    return std::move(read.sheet);
}

std::string names_of(const std::vector<SheetName>& sheets) {
    std::vector<std::string> all;
    for (const SheetName& each : sheets) all.push_back(each.name);
    return fmt::format("{}", fmt::join(all, ", "));
}

/// The named sheet, whatever its capitals; nothing, and a finding, where there is none.
const SheetName* sheet_named(Opening& opening, const std::vector<SheetName>& sheets, const std::string& name) {
    for (const SheetName& each : sheets)
        if (in_small_letters(each.name) == in_small_letters(name)) return &each;
    opening.found.error("P889", opening.place(), {{"name", name}, {"all", names_of(sheets)}});
    return nullptr;
}

/// The sheet that looks most like a table of a paper; of equals the first.
std::optional<Sheet> likeliest(Opening& opening, const std::vector<SheetName>& sheets, const Shared& shared) {
    std::optional<Sheet> best;
    int best_likeness = -1;
    for (const SheetName& name : sheets) {
        if (name.hidden) continue;
        auto sheet = sheet_at(opening, name, shared);
        if (!sheet) return {};
        const int likeness = likeness_to_a_table(*sheet);
        if (likeness > best_likeness) {
            best_likeness = likeness;
            best = std::move(sheet);
        }
        if (best_likeness == most_like_a_table) break;
    }
    if (!best) opening.refuse("tables.workbook.no_sheets");
    if (best && sheets.size() > 1) opening.found.note("P894", opening.place(), {{"name", best->name}, {"all", names_of(sheets)}});
    return best;
}

/// What else may lie in a zip archive.
std::string_view other_kind(const Archive& archive) {
    if (archive.has("content.xml")) return "tables.workbook.opendocument";
    if (archive.has("xl/workbook.bin")) return "tables.workbook.binary";
    return "tables.workbook.none";
}

std::optional<Sheet> sheet_of(Opening& opening, const std::string& name) {
    const auto top = relations(opening, "");
    if (!top) return {};
    const std::string main = part_of_type(*top, "officeDocument", "xl/workbook.xml");
    if (!opening.archive.has(main) || main.ends_with(".bin")) {
        opening.refuse(other_kind(opening.archive));
        return {};
    }
    const auto workbook = parsed(opening, main, true);
    const auto of_main = workbook ? relations(opening, main) : std::nullopt;
    const auto shared = of_main ? shared_of(opening, *of_main) : std::nullopt;
    if (!shared) return {};
    const auto sheets = sheets_of(workbook->document_element(), *of_main);
    if (name.empty()) return likeliest(opening, sheets, *shared);
    const SheetName* named = sheet_named(opening, sheets, name);
    return named != nullptr ? sheet_at(opening, *named, *shared) : std::nullopt;
}

}  // namespace

bool looks_like_workbook(const std::string& bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

diag::Result<Sheet> read_workbook(const std::string& bytes, const std::string& path, const std::string& name) {
    diag::Result<Sheet> result;
    Opening opening{Archive(bytes), std::make_shared<diag::Source>(diag::Source{path, {}}), result.diagnostics};
    if (!opening.archive.is_open())
        opening.refuse("tables.workbook.packed");
    else
        result.value = sheet_of(opening, name);
    return result;
}

}  // namespace provenu::tables
