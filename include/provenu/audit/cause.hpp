#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace provenu::audit {

/// A row of the printed table, a line of the proposal, or a figure of the text.
struct Where {
    std::string section;    ///< as in tables (`recurring`, `net` ...); `claim` or `payback_total` for figures of the text
    std::string label;      ///< as printed, without marks such as `*`
    std::string area = {};  ///< may be empty
    std::size_t order = 0;  ///< of the row in its table, from 0
    friend bool operator==(const Where& left, const Where& right) = default;
};

/// The difference is so many times a row: of a row that belongs to the sum, -1 is left out, 1 counted twice, -2 counted with the
/// other sign.
struct TimesRow {
    int times = 1;
    Where row;
    bool belongs = true;
    bool exact = true;  ///< not only within rounding
    friend bool operator==(const TimesRow&, const TimesRow&) = default;
};
/// Two rows, each left out (-1) or counted twice (1).
struct TwoRows {
    TimesRow first;
    TimesRow second;
    friend bool operator==(const TwoRows&, const TwoRows&) = default;
};
/// The sign was lost, or put twice.
struct OtherSign {
    friend bool operator==(const OtherSign&, const OtherSign&) = default;
};
/// Two digits stand in each other's place.
struct SwappedDigits {
    friend bool operator==(const SwappedDigits&, const SwappedDigits&) = default;
};
/// Printed is this power of ten times what is right: -3 where `mio.` was meant and `t.kr.` stands.
struct PowerOfTen {
    int exponent = 3;
    friend bool operator==(const PowerOfTen&, const PowerOfTen&) = default;
};
/// One digit too few, or too many.
struct OneDigit {
    bool too_many = false;
    friend bool operator==(const OneDigit&, const OneDigit&) = default;
};
/// The figures of the year before (-1) or after (1) stand there.
struct ShiftedYears {
    int by = 1;
    friend bool operator==(const ShiftedYears&, const ShiftedYears&) = default;
};
/// The sum leaves a year out.
struct YearLeftOut {
    int year = 0;
    friend bool operator==(const YearLeftOut&, const YearLeftOut&) = default;
};
/// The totals count a row that is not printed.
struct MissingRow {
    friend bool operator==(const MissingRow&, const MissingRow&) = default;
};
/// A printed row that the proposal has not.
struct UnknownRow {
    friend bool operator==(const UnknownRow&, const UnknownRow&) = default;
};
/// It follows from a figure that is itself wrong.
struct CarriesOn {
    Where from;
    int year = 0;
    friend bool operator==(const CarriesOn&, const CarriesOn&) = default;
};
/// What is stated is so many times what is right, or that part of it.
struct TimesFigure {
    int times = 2;
    bool part = false;  ///< a half, a third
    friend bool operator==(const TimesFigure&, const TimesFigure&) = default;
};

/// A sum of the text lacks one of the terms it should have.
struct TermLeftOut {
    double value = 0;
    int term = 1;  ///< from 1
    friend bool operator==(const TermLeftOut&, const TermLeftOut&) = default;
};

using Cause = std::variant<TimesRow, TwoRows, OtherSign, SwappedDigits, PowerOfTen, OneDigit, ShiftedYears, YearLeftOut,
                           MissingRow, UnknownRow, CarriesOn, TimesFigure, TermLeftOut>;

}  // namespace provenu::audit
