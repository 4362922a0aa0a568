#pragma once

#include <fmt/format.h>

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "provenu/tables/published.hpp"
#include "provenu/tables/sheet.hpp"

namespace provenu::support {

/// A table of a paper as a text, its figures each rounded by itself from unrounded ones.
class Paper {
 public:
    Paper(unsigned seed, double unit) : engine_(seed), unit_(unit) {}

    using Figures = std::vector<double>;  ///< by year, unrounded
    static constexpr int years = 5;

    void heading(const std::string& label) { cells_.push_back({label, {}}); }

    /// A line from so many to so many units in each year, nought after the last of them.
    Figures line(const std::string& label, double least, double most, int last = years) {
        Figures figures(years);
        for (int year = 0; year < last; ++year)
            figures[static_cast<std::size_t>(year)] = std::uniform_real_distribution(least, most)(engine_) * unit_;
        return row(label, figures);
    }

    Figures row(const std::string& label, const Figures& figures) {
        std::vector<double> printed;
        for (const double figure : figures) printed.push_back(std::round(figure / unit_));
        cells_.push_back({label, std::move(printed)});
        return figures;
    }

    static Figures sum(const std::vector<Figures>& rows) {
        Figures total(years);
        for (const Figures& row : rows)
            for (std::size_t year = 0; year < years; ++year) total[year] += row[year];
        return total;
    }

    static Figures running(const Figures& net) {
        Figures balance = net;
        for (std::size_t year = 1; year < years; ++year) balance[year] += balance[year - 1];
        return balance;
    }

    /// The printed figure of a row, in the table's unit.
    double& printed(const std::string& label, int year) {
        for (auto& [name, figures] : cells_)
            if (name == label) return figures.at(static_cast<std::size_t>(year));
        throw std::out_of_range(label);
    }

    /// \param labels how a row's label stands before the years; \param with_sum also a column that adds the years up
    [[nodiscard]] std::string text(const std::string& columns, bool with_sum = false) const {
        std::string all = columns;
        for (int year = 0; year < years; ++year) all += fmt::format(";{}", 2026 + year);
        all += with_sum ? ";I alt\n" : "\n";
        for (const auto& [label, figures] : cells_) {
            double sum = 0;
            all += label;
            for (const double figure : figures) {
                all += ";" + written(figure);
                sum += figure;
            }
            const bool has_sum = with_sum && !figures.empty() && label.find("Akkumuleret") == std::string::npos;
            all += (has_sum ? ";" + written(sum) : "") + "\n";
        }
        return all;
    }

 private:
    [[nodiscard]] std::string written(double units) const {
        const int decimals = unit_ < 0.05 ? 2 : unit_ < 0.5 ? 1 : 0;
        std::string text = fmt::format("{:.{}f}", units * unit_ + 0.0, decimals);
        if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
        return text;
    }

    std::mt19937 engine_;
    double unit_;
    std::vector<std::pair<std::string, std::vector<double>>> cells_;  ///< in units
};

inline tables::PublishedTable read(const std::string& text) {
    const auto sheet = tables::read_sheet_bytes(text, "paper.csv");
    return tables::published(sheet.value.value()).value.value();
}

}  // namespace provenu::support
