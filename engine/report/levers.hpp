#pragma once

#include <string>
#include <vector>

#include "provenu/quantity/unit.hpp"
#include "provenu/risk/lever.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What values of a lever are in.
struct LeverScale {
    quantity::Unit unit = {};
    quantity::Money money = {};
    bool is_factor = false;  ///< shown as percent of what is planned
    bool is_percent = false;
    double base = 0;
    int further_decimals = 0;  ///< beyond the usual, where values would look alike
};

/// Which way a value is rounded, so that what is said of it stays true.
enum class Toward { nearest, up, down };

/// The line's or input's name in words: its label, else its id; `besparelserne` of the joint ones.
std::string lever_name(const risk::Lever& lever, wording::Language language);

/// What a lever's id is in the keys of the catalogues: `savings.followers`.
std::string key_of(const risk::Lever& lever);

/// A share as percent with so many decimals: `84,4 %`.
std::string share_in_words(double share, int decimals, Toward toward, wording::Language language);

/// What its money is shown in: the table's, or kroner where the base is less than one of the table's.
quantity::Money money_shown(const LeverScale& scale);

/// The unit that values are shown in: `kr. pr. time`.
std::string lever_unit(const LeverScale& scale, wording::Language language);

/// A value of the table's money as a table shows it, in the lever's unit: `650`, `20 %`.
std::string lever_value(double value, const LeverScale& scale, Toward toward, wording::Language language);

/// Values beside each other, with enough digits to be told apart.
std::vector<std::string> lever_values(const std::vector<double>& values, LeverScale scale, wording::Language language);

/// A value with its unit, money in kroner, as a sentence says it: `902.700 kr. pr. årsværk pr. år`.
std::string lever_value_said(double value, const LeverScale& scale, Toward toward, wording::Language language);

/// The size of an amount of the table, in kroner: `25.110.000 kr.`
std::string amount_said(double amount, quantity::Money money, wording::Language language);

/// The unit for other programs: `1000 DKK/FTE/year`, `factor`, empty for a bare number.
std::string unit_name(const LeverScale& scale);

}  // namespace provenu::report
