// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <utility>
#include <variant>

namespace encore::domain
{

/// What kind of failure it is, which decides how a caller goes on. The precise reason is the message's id.
enum class ErrorCode {
    Invalid, ///< the input is not well-formed or breaks a rule of its format
    NotFound, ///< an id that names nothing here
    Refused, ///< well-formed, but the rules say no
    Forbidden, ///< the actor lacks the right
    Conflict, ///< based on a version that is no longer the newest
    IdempotencyMismatch, ///< the same command id with another body
    Unavailable, ///< the surroundings failed: file, disk, network, keychain
    ReadOnly, ///< another process writes this workspace
    NewerSchema, ///< made by a newer Encore
    Damaged, ///< a file that is not what it says it is
    MissingKey, ///< no private key to sign with
    Cancelled, ///< a person stopped it
};

[[nodiscard]] QByteArray name(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Invalid;
    Message message;
};

/// An error whose message id is @p id; fill its places with .with() before returning it.
[[nodiscard]] inline Error error(ErrorCode code, const Message& message)
{
    return Error{code, message};
}

/// A value, or why there is none. `optional` means absent, `Result` means failed.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T& value() &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T value() &&
    {
        Q_ASSERT(ok());
        return std::get<0>(std::move(m_state));
    }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

struct Done {
    friend bool operator==(Done, Done) = default;
};

/// The result of something that has nothing to hand back.
using Status = Result<Done>;
[[nodiscard]] inline Status done()
{
    return Status(Done{});
}

} // namespace encore::domain
