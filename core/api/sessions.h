// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/exchange.h"
#include "commands/threads.h"
#include "store/people.h"

#include <QHash>

#include <atomic>
#include <mutex>

namespace encore::api
{

inline constexpr qint64 accessTokenSeconds = 30 * 60; ///< DOMAIN §13
inline constexpr qint64 refreshTokenSeconds = 7 * 24 * 60 * 60;
inline constexpr int freeFailures = 5; ///< wrong passwords before each further try has to wait, twice as long each time

struct Tokens {
    QByteArray access;
    QByteArray refresh;
};

/// Why somebody is not let in.
struct Refusal {
    domain::Error error;
    qint64 retryAfterSeconds = 0; ///< above 0: not before then
};

/// Who may come in: signs people in and out, and knows them again by their token. Answers come from working threads.
class Sessions
{
public:
    /// @p mostWaiting: passwords that wait to be checked; whoever comes then is told to come again.
    Sessions(commands::Writer& writer, commands::Readers& readers, const domain::Clock& clock, domain::RandomSource& random, int mostWaiting);
    ~Sessions() { finish(); }
    Q_DISABLE_COPY_MOVE(Sessions)

    /// Checks the passwords that wait and ends; before the writer does, which is told of them.
    void finish();

    using TokenAnswer = std::function<void(const std::variant<Tokens, Refusal>&)>;
    using SignedInAnswer = std::function<void(const domain::Result<SignedIn>&)>;

    void login(const QString& email, const QString& password, TokenAnswer answer);
    /// The old token is used up. One that was used before ends everything that came from the same sign-in: somebody has a copy.
    void refresh(const QByteArray& token, TokenAnswer answer);
    void logout(const QByteArray& accessToken, std::function<void()> answer);
    /// Forbidden where the token is not, or no longer, good. Mostly answered at once, in the caller's thread.
    void authenticate(const QByteArray& token, SignedInAnswer answer);
    [[nodiscard]] bool remembers(const QByteArray& token); ///< authenticate() would not have to look
    [[nodiscard]] int waitingPasswords() const { return m_waitingPasswords; }
    /// 256 bits that nobody has guessed, as text.
    [[nodiscard]] QByteArray makeToken();
    /// What was remembered of people may have changed.
    void forgetAll();

private:
    struct Known {
        SignedIn who;
        domain::Instant until;
    };
    /// Why somebody gets tokens: the one that is not empty.
    struct Proof {
        QString password; ///< what the user's was when it was checked, hashed
        QByteArray refreshToken; ///< its hash; it is used up
    };
    [[nodiscard]] domain::Result<SignedIn> find(const QByteArray& hash, const commands::QueryContext& context);
    [[nodiscard]] std::shared_ptr<void> takePlace();
    [[nodiscard]] std::optional<SignedIn> remembered(const QByteArray& hash);
    void check(const store::User& user, const QString& email, const QString& password, const TokenAnswer& answer);
    void failed(domain::PersonId person, const TokenAnswer& answer);
    /// Conflict: the password is not the user's any more.
    void issue(domain::PersonId person, const QByteArray& family, const Proof& proof, const TokenAnswer& answer);

    commands::Writer& m_writer;
    commands::Readers& m_readers;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    std::mutex m_mutex; ///< of m_known and m_random
    QHash<QByteArray, Known> m_known; ///< by the token's hash
    const int m_mostWaiting;
    std::atomic<int> m_waitingPasswords = 0;
    commands::WorkQueue<std::function<void()>> m_passwords; ///< argon2id is slow on purpose: nobody else waits for it
    std::thread m_hasher;
};

} // namespace encore::api
