// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace core {

/// What went wrong: a code to act on, the field it is about (empty if none) and a sentence in English that says what
/// would be right. The console turns codes into its own words; logs and HTTP answers carry the sentence.
struct Error
{
    enum class Code {
        Invalid, ///< the input is wrong; the same again will fail again (HTTP 400)
        TooLarge, ///< the input is over a limit (413)
        NotFound, ///< no such message, topic, account (404)
        Conflict, ///< the state forbids it (409)
        Ongoing, ///< not done yet, goes on by itself (425)
        Unavailable, ///< full, or a store or peer is away: try later (503)
        Internal, ///< a defect or an unexpected answer of a library (500)
    };
    Code code = Code::Internal;
    QString detail;
    QByteArray field = {};

    static Error invalid(QByteArray field, QString detail)
    {
        return {Code::Invalid, std::move(detail), std::move(field)};
    }
    static Error notFound(QString detail) { return {Code::NotFound, std::move(detail)}; }
    static Error conflict(QString detail) { return {Code::Conflict, std::move(detail)}; }
    static Error unavailable(QString detail) { return {Code::Unavailable, std::move(detail)}; }
    static Error internal(QString detail) { return {Code::Internal, std::move(detail)}; }
    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the Error that stands in its place. Nothing in core throws.
template<typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::move(value)) { }
    Result(Error error) : m_content(std::move(error)) { }

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::get<0>(std::move(m_content)); } // by value: `for (x : *f())` must not dangle
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

struct Done
{
    friend bool operator==(Done, Done) = default;
};

/// A Result without a value: done, or why not.
using Status = Result<Done>;

} // namespace core
