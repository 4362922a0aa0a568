#include <array>

#include "provenu/report/drivers.hpp"
#include "report/drivers_rows.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;

constexpr std::array<const char*, 6> split{"budget", "expected", "deviation", "volume_effect", "price_effect", "joint_effect"};

void add_figures(const DriverFindings& findings, Object& object, const std::string& name) {
    for (const char* figure : split) object.emplace_back(figure, findings.figures.scalar(name + "." + figure));
}

Data next_years(const DriverFindings& findings, const std::string& name) {
    List years;
    const quantity::Years to_come = findings.years_to_come();
    for (int year = to_come.first; year <= to_come.last; ++year) {
        Object object{{"year", year}};
        for (const char* figure : {"budget", "expected", "deviation"})
            object.emplace_back(figure, findings.figures.at(name + ".next." + figure, findings.plan.book.axis.column(year)));
        years.emplace_back(std::move(object));
    }
    return years;
}

Data revisions(const DriverFindings& findings, const std::string& name) {
    List all;
    for (const model::Labelled& revision : findings.plan.file.revisions) {
        const std::string revised = name + ".revision." + revision.id.value;
        Object object{
            {"id", revision.id.value}, {"label", findings.label(revision)}, {"expected", findings.figures.scalar(revised)}};
        for (const char* figure : {"deviation", "volume_effect", "price_effect", "joint_effect", "movement"})
            object.emplace_back(figure, findings.figures.scalar(revised + "." + figure));
        all.emplace_back(std::move(object));
    }
    return all;
}

/// What every row has behind its split.
void add_rest(const DriverFindings& findings, Object& object, const std::string& name) {
    object.emplace_back("movement", findings.figures.scalar(name + ".movement"));
    object.emplace_back("next_years", next_years(findings, name));
    object.emplace_back("revisions", revisions(findings, name));
}

Data row_of(const DriverFindings& findings, const model::Driver& driver) {
    const std::string& id = driver.id.value;
    Object object{{"id", id}};
    add_figures(findings, object, id);
    object.emplace_back("label", findings.label(driver));
    object.emplace_back("area", driver.area ? Data(driver.area->value) : Data(nullptr));
    object.emplace_back("activity_unit", in_words(driver.activity_unit, findings.language, ""));
    for (const char* what : {"activity", "price"})
        object.emplace_back(what, Object{{"budget", findings.figures.scalar(id + ".budget." + what)},
                                         {"expected", findings.figures.scalar(id + ".expected." + what)}});
    add_rest(findings, object, id);
    return object;
}

Data areas(const DriverFindings& findings) {
    List all;
    for (const model::Labelled& area : findings.plan.file.areas) {
        const std::string name = "area." + area.id.value;
        Object object{{"id", area.id.value}, {"label", findings.label(area)}};
        add_figures(findings, object, name);
        add_rest(findings, object, name);
        all.emplace_back(std::move(object));
    }
    return all;
}

}  // namespace

Data drivers_data(const drivers::Plan& plan, const evaluate::Figures& figures, wording::Language language) {
    const DriverFindings findings{plan, figures, language};
    List rows;
    for (const model::Driver& driver : plan.file.drivers) rows.push_back(row_of(findings, driver));
    Object total;
    add_figures(findings, total, "total");
    add_rest(findings, total, "total");
    const int level = plan.file.price_level;
    return Object{{"id", plan.file.id.value},
                  {"title", in_words(plan.file.title, language, plan.file.id.value)},
                  {"year", plan.file.year.value},
                  {"unit", money_name(plan.book.money)},
                  {"price_level", level == 0 ? Data(nullptr) : Data(level)},
                  {"rows", std::move(rows)},
                  {"areas", areas(findings)},
                  {"total", std::move(total)}};
}

}  // namespace provenu::report
