#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace provenu::report {

/// Findings as data for other programs: what JSON can say, in the order it was put. A number that is not finite is null.
struct Data {
    using List = std::vector<Data>;
    using Object = std::vector<std::pair<std::string, Data>>;
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> value = nullptr;

    Data() = default;
    Data(const Data& other);
    Data(Data&& other) noexcept;
    Data& operator=(const Data& other);
    Data& operator=(Data&& other) noexcept;
    ~Data();
    template <class T>
    Data(T given) : value(std::move(given)) {}  // NOLINT(google-explicit-constructor): reads as the literal it stands for
};

}  // namespace provenu::report
