#include <filesystem>

#include "input/proposal.hpp"
#include "input/uses.hpp"

namespace provenu::input {
namespace {

using model::KeyFigure;
using model::Printed;
using Claim = Printed::Claim;

void read_table_path(Reading& reading, const Node& node, Printed& printed) {
    const std::string path = beside(reading.source->path, node.text);
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) report(reading, "P337", node, {{"path", path}});
    printed.table = Placed<std::string>{path, place_of(reading, node)};
}

void read_claims(Reading& reading, const Node& list, Printed& printed) {
    for (const Node& item : list.children) {
        if (fits(reading, item, "claims", {block("claim")})) printed.claims.push_back(read_block(reading, item, claim_fields()));
    }
}

}  // namespace

const Fields<Claim>& claim_fields() {
    static const Fields<Claim> fields(
        "claim",
        {required<Claim>("says", {of_form(Form::text)}, [](Reading& r, const Node& n, Claim& c) { c.says = read_text(r, n); }),
         required<Claim>("value", {of_form(Form::value)},
                         [](Reading& r, const Node& n, Claim& c) {
                             c.value = read_value(r, n);
                             c.written = n.text;
                         }),
         required<Claim>("is", {of_form(Form::value)}, [](Reading& r, const Node& n, Claim& c) { c.is = read_value(r, n); })});
    return fields;
}

const Fields<PrintedPayback>& printed_payback_fields() {
    using Payback = PrintedPayback;
    static const Fields<Payback> fields(
        "printed_payback", {optional<Payback>("service", {of_form(Form::value)},
                                              [](Reading& r, const Node& n, Payback& p) { p.service = read_value(r, n); }),
                            optional<Payback>("total", {of_form(Form::value)},
                                              [](Reading& r, const Node& n, Payback& p) { p.total = read_value(r, n); })});
    return fields;
}

const Fields<Printed>& printed_fields() {
    static const Fields<Printed> fields(
        "printed", {optional<Printed>("table", {of_form(Form::path)}, read_table_path),
                    optional<Printed>("sheet", {of_form(Form::text)},
                                      [](Reading& r, const Node& n, Printed& printed) { printed.sheet = read_text(r, n); }),
                    optional<Printed>("payback", {block("printed_payback")},
                                      [](Reading& r, const Node& n, Printed& printed) {
                                          auto payback = read_block(r, n, printed_payback_fields());
                                          printed.payback_service = std::move(payback.service);
                                          printed.payback_total = std::move(payback.total);
                                      }),
                    optional<Printed>("claims", {list_of({block("claim")})}, read_claims)});
    return fields;
}

Printed read_printed(Reading& reading, const Node& map) {
    return read_block(reading, map, printed_fields());
}

const Fields<KeyFigure>& key_figure_fields() {
    using Figure = KeyFigure;
    static const Fields<Figure> fields(
        "key_figure",
        {required<Figure>("id", {of_form(Form::identifier)},
                          [](Reading& r, const Node& n, Figure& f) { f.id = read_address(r, n); }),
         optional<Figure>("label", label_shapes(), [](Reading& r, const Node& n, Figure& f) { f.label = read_label(r, n); }),
         required<Figure>("value", {of_form(Form::value)},
                          [](Reading& r, const Node& n, Figure& f) { f.value = read_value(r, n); }),
         optional<Figure>("note", {of_form(Form::text)},
                          [](Reading& r, const Node& n, Figure& f) { f.note = read_text(r, n); })});
    return fields;
}

std::vector<KeyFigure> read_key_figures(Reading& reading, const Node& list) {
    std::vector<KeyFigure> figures;
    for (const Node& item : list.children) {
        if (fits(reading, item, "key_figures", {block("key_figure")})) {
            figures.push_back(read_block(reading, item, key_figure_fields()));
        }
    }
    return figures;
}

}  // namespace provenu::input
