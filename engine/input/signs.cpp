#include "input/signs.hpp"

#include "input/values.hpp"

namespace provenu::input {
namespace {

struct SignCheck {
    Reading& reading;
    SignedKeys keys;

    void operator()(const model::Amount& amount) const { each(amount, "P619", keys.key); }
    void operator()(const model::Staff& staff) const {
        for (const auto& post : staff.posts) each(post.fte, "P619", keys.key);
    }
    void operator()(const model::Priced& priced) const {
        each(priced.quantity, "P620", "quantity");
        each(priced.price, "P620", "price");
    }
    void operator()(const model::Total& total) const { std::visit(*this, total.amount); }
    void operator()(const model::ShareOf&) const {}  // a negative share is found as such: P508

 private:
    void each(const model::Amount& amount, const char* code, std::string_view key) const {
        if (const auto* value = std::get_if<model::Value>(&amount)) one(*value, code, key);
        if (const auto* series = std::get_if<model::Series>(&amount)) {
            for (const auto& value : series->values) one(value, code, key);
        }
    }

    void one(const model::Value& value, const char* code, std::string_view key) const {
        const auto number = literal(value);
        if (!number || number->value >= 0) return;
        reading.found.error(code, value.place, {{"key", std::string(key)}, {"other", std::string(keys.opposite)}});
    }
};

}  // namespace

void check_signs(Reading& reading, const model::Measure& measure, SignedKeys keys) {
    std::visit(SignCheck{reading, keys}, measure);
}

}  // namespace provenu::input
