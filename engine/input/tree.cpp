#include "input/tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "input/keys.hpp"
#include "input/position.hpp"

namespace provenu::input {
namespace {

using Kind = Node::Kind;

/// The text as a stream, without a copy.
class TextBuffer : public std::streambuf {
 public:
    explicit TextBuffer(const std::string& text) {
        char* begin = const_cast<char*>(text.data());  // NOLINT: the interface wants it; nothing is written
        setg(begin, begin, begin + text.size());
    }
};

bool is_null_word(std::string_view text) {
    return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// yaml-cpp's events become nodes. It calls no value and a written `null` the same; for us the latter is a text.
class TreeBuilder : public YAML::EventHandler {
 public:
    TreeBuilder(Document& document, diag::Diagnostics& found)
        : document_(document), found_(found), positions_(document.source->text) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        Node node = node_at(mark, Kind::empty);
        const std::string_view written = word_at(mark);
        if (is_null_word(written) && (is_key_next() || follows_on_its_line(mark))) {
            node.kind = Kind::scalar;
            node.text = written;
            node.width = static_cast<int>(written.size());
        } else {
            stand_where_missing(node, mark);
        }
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        Node node = node_at(mark, Kind::scalar);
        node.plain = tag == "?";
        const WrittenText written = positions_.written(static_cast<std::size_t>(mark.pos), value);
        node.width = written.width;
        node.text = written.verbatim ? *written.verbatim : document_.texts.emplace_back(value);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value style) override {
        open(mark, Kind::list, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value style) override {
        open(mark, Kind::map, style);
    }
    void OnMapEnd() override {
        check_keys({document_.source, found_}, open_.back());
        close();
    }

 private:
    Node node_at(const YAML::Mark& mark, Kind kind) {
        Node node;
        node.kind = kind;
        node.line = mark.line + 1;
        node.column = positions_.column(static_cast<std::size_t>(mark.pos), mark.line);
        return node;
    }

    void open(const YAML::Mark& mark, Kind kind, YAML::EmitterStyle::value style) {
        open_.push_back(node_at(mark, kind));
        open_.back().flow = style == YAML::EmitterStyle::Flow;
    }

    void close() {
        Node done = std::move(open_.back());
        open_.pop_back();
        done.children.shrink_to_fit();
        add(std::move(done));
    }

    void add(Node node) {
        if (open_.empty()) {
            document_.root = std::move(node);
        } else {
            open_.back().children.push_back(std::move(node));
        }
    }

    /// yaml-cpp puts a missing value at whatever comes next; an author looks for it at its key or dash.
    void stand_where_missing(Node& node, const YAML::Mark& mark) {
        if (!open_.empty() && open_.back().kind == Kind::map && !is_key_next()) {
            const Node& key = open_.back().children.back();
            node.line = key.line;
            node.column = key.column;
            node.width = key.width;
            return;
        }
        const std::string& text = document_.source->text;
        auto at = static_cast<std::size_t>(mark.pos);
        int line = mark.line;
        while (at > 0 && std::string_view(" \t\r\n").find(text[at - 1]) != std::string_view::npos) {
            if (text[--at] == '\n') --line;
        }
        if (at == 0) return;
        node.line = line + 1;
        node.column = positions_.column(at - 1, line);
    }

    [[nodiscard]] bool is_key_next() const {
        return !open_.empty() && open_.back().kind == Kind::map && open_.back().children.size() % 2 == 0;
    }

    [[nodiscard]] std::string_view word_at(const YAML::Mark& mark) const {
        const std::string_view rest = std::string_view(document_.source->text).substr(static_cast<std::size_t>(mark.pos));
        return rest.substr(0, rest.find_first_of(" \t\r\n,:]}#"));
    }

    /// A missing value has the place of what comes next, on a later line; a written one stands behind its key or dash.
    [[nodiscard]] bool follows_on_its_line(const YAML::Mark& mark) const {
        const std::string& text = document_.source->text;
        auto before = static_cast<std::size_t>(mark.pos);
        while (before > 0 && text[before - 1] == ' ') --before;
        return before > 0 && std::string_view(":-[,{").find(text[before - 1]) != std::string_view::npos;
    }

    Document& document_;
    diag::Diagnostics& found_;
    Positions positions_;
    std::vector<Node> open_;
};

}  // namespace

std::optional<Document> read_tree(const SourcePointer& source, diag::Diagnostics& found) {
    Document document{source, {}, {}};
    TextBuffer buffer(source->text);
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        TreeBuilder builder(document, found);
        parser.HandleNextDocument(builder);
    } catch (const YAML::Exception& problem) {
        const diag::Place place{source, problem.mark.line + 1, problem.mark.column + 1, 1};
        found.error("P110", place, {{"problem", problem.msg}});
        return {};
    }
    return document;
}

const Node* find(const Node& map, std::string_view key) {
    if (map.kind != Kind::map) return nullptr;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (map.children[i].text == key) return &map.children[i + 1];
    }
    return nullptr;
}

}  // namespace provenu::input
