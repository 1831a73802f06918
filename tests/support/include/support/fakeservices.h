// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen's test hands over instead of the program: services that answer what the test says, later, as the real ones do.
// A test may hold answers back and let them go in any order, because that is what several threads do.

#include "ui/common/services.h"
#include "ui/common/syncservice.h"

#include <QMetaObject>
#include <QPointer>

#include <deque>
#include <map>

namespace encore::support
{

/// Answers on their way. Normally each arrives with the next turn of the event loop; held ones wait to be let go.
class AnswerQueue
{
public:
    void send(QObject* receiver, std::function<void()> answer)
    {
        if (m_hold) {
            m_held.push_back({receiver, std::move(answer)});
            return;
        }
        QMetaObject::invokeMethod(receiver, std::move(answer), Qt::QueuedConnection);
    }
    void hold() { m_hold = true; }
    [[nodiscard]] qsizetype heldCount() const { return qsizetype(m_held.size()); }
    /// Lets the held answer at @p index go; the rest keep waiting.
    void releaseOne(qsizetype index)
    {
        const Held held = m_held.at(size_t(index));
        m_held.erase(m_held.begin() + index);
        if (held.receiver)
            QMetaObject::invokeMethod(held.receiver.data(), held.answer, Qt::QueuedConnection);
    }
    void releaseAll()
    {
        m_hold = false;
        while (!m_held.empty())
            releaseOne(0);
    }

private:
    struct Held {
        QPointer<QObject> receiver;
        std::function<void()> answer;
    };
    bool m_hold = false;
    std::deque<Held> m_held;
};

class FakeDoorService final : public commands::DoorService
{
public:
    using Decision = std::function<domain::Result<door::Verdict>(const commands::ScanInput&)>;

    void scan(const commands::ScanInput& input, QObject* receiver, Answer answer) override
    {
        inputs.push_back(input);
        const domain::Result<door::Verdict> verdict = decide(input);
        queue.send(receiver, [answer = std::move(answer), verdict] { answer(verdict); });
    }

    Decision decide = [](const commands::ScanInput&) { return domain::Result<door::Verdict>(door::Verdict()); };
    std::vector<commands::ScanInput> inputs; ///< all that was asked, in order
    AnswerQueue queue;
};

class FakeQueryRunner final : public commands::QueryRunner
{
public:
    /// What to answer to a kind of query from now on. Queries without an answer get no rows.
    template<commands::Query Q>
    void setAnswer(std::function<domain::Result<std::vector<typename Q::Row>>(const Q&)> answer)
    {
        using Rows = domain::Result<std::vector<typename Q::Row>>;
        m_answers[Q::name] = [answer = std::move(answer)](const std::any& query) -> std::shared_ptr<void> {
            return std::make_shared<Rows>(answer(*std::any_cast<Q>(&query)));
        };
    }
    template<commands::Query Q>
    void setRows(const std::vector<typename Q::Row>& rows)
    {
        setAnswer<Q>([rows](const Q&) { return domain::Result<std::vector<typename Q::Row>>(rows); });
    }
    [[nodiscard]] int askedCount(const QByteArray& name) const
    {
        const auto found = m_asked.find(name);
        return found == m_asked.end() ? 0 : found->second;
    }

    AnswerQueue queue;

protected:
    void runOnReader(Work, QObject*, Delivery) override { }
    [[nodiscard]] bool deliverWithoutReader(const char* name, const std::any& query, QObject* receiver,
                                            const Delivery& deliver) override
    {
        ++m_asked[name];
        const auto answer = m_answers.find(name);
        if (answer == m_answers.end())
            return false;
        const std::shared_ptr<void> rows = answer->second(query);
        queue.send(receiver, [deliver, rows] { deliver(rows); });
        return true;
    }

private:
    std::map<QByteArray, std::function<std::shared_ptr<void>(const std::any&)>> m_answers;
    std::map<QByteArray, int> m_asked;
};

class FakeCommandRunner final : public commands::CommandRunner
{
public:
    void run(const commands::CommandRequest& request, QObject* receiver, Answer answer) override
    {
        requests.push_back(request);
        const domain::Result<commands::Outcome> outcome = execute(request);
        queue.send(receiver, [answer = std::move(answer), outcome] { answer(outcome); });
    }

    std::function<domain::Result<commands::Outcome>(const commands::CommandRequest&)> execute
        = [](const commands::CommandRequest&) { return domain::Result<commands::Outcome>(commands::Outcome()); };
    std::vector<commands::CommandRequest> requests; ///< all that was asked, in order
    AnswerQueue queue;
};

/// Does nothing; what was asked for can be looked at and answered by hand.
class FakeBundleService final : public ui::BundleService
{
public:
    void importFile(const QString& path, QObject*, Progress progress, Answer answer) override
    {
        asked.push_back({"import", path, std::move(progress), std::move(answer)});
    }
    void importDemo(QObject*, Progress progress, Answer answer) override
    {
        asked.push_back({"demo", {}, std::move(progress), std::move(answer)});
    }
    void exportFile(const QString& path, QObject*, Progress progress, Answer answer) override
    {
        asked.push_back({"export", path, std::move(progress), std::move(answer)});
    }
    void cancel() override { ++cancelled; }

    struct Asked {
        QByteArray what;
        QString path;
        Progress progress;
        Answer answer;
    };
    std::vector<Asked> asked;
    int cancelled = 0;
};

/// Papers with codes of nobody, to be looked at and saved.
class FakePaperService final : public ui::PaperService
{
public:
    void tickets(domain::OrderId order, QObject* receiver, Tickets answer) override
    {
        domain::TicketPaper paper;
        paper.performance = QString::fromUtf8("봄밤 콘서트");
        paper.products = {QString::fromUtf8("스탠딩")};
        paper.order = order.text().left(8);
        paper.code = QStringLiteral("CODE 1");
        queue.send(receiver, [answer = std::move(answer), paper, this] { answer(fails ? domain::Result<std::vector<domain::TicketPaper>>(*fails) : std::vector{paper, paper}); });
    }
    void receipt(domain::OrderId, QObject* receiver, Receipt answer) override
    {
        domain::ReceiptPaper paper;
        paper.house = QString::fromUtf8("한강 무대");
        queue.send(receiver, [answer = std::move(answer), paper] { answer(paper); });
    }

    std::optional<domain::Error> fails;
    AnswerQueue queue;
};

class FakePinService final : public ui::PinService
{
public:
    explicit FakePinService(const QString& pin = QString()) : m_pin(pin) { }

    [[nodiscard]] bool isSet() const override { return !m_pin.isEmpty(); }
    void set(const QString& current, const QString& next, QObject* receiver,
             std::function<void(const domain::Status&)> answer) override
    {
        const bool allowed = m_pin.isEmpty() || current == m_pin;
        if (allowed)
            m_pin = next;
        reply(allowed, receiver, std::move(answer));
    }
    void verify(const QString& pin, QObject* receiver, std::function<void(const domain::Status&)> answer) override
    {
        ++tries;
        reply(pin == m_pin, receiver, std::move(answer));
    }

    int tries = 0;
    domain::Message refusal = domain::message("time.not_iso").with("text", QStringLiteral("PIN"));
    AnswerQueue queue;

private:
    void reply(bool allowed, QObject* receiver, std::function<void(const domain::Status&)> answer)
    {
        const domain::Status status = allowed ? domain::done() : domain::Status(domain::error(domain::ErrorCode::Forbidden, refusal));
        queue.send(receiver, [answer = std::move(answer), status] { answer(status); });
    }

    QString m_pin;
};

/// A desk or none, as a test says; remembers what it was asked to do.
class FakeSyncService final : public ui::SyncService
{
public:
    [[nodiscard]] const ui::SyncStatus& status() const override { return state; }
    [[nodiscard]] bool hasKeychain() const override { return keychain; }
    void tryNow() override { asked << QStringLiteral("try"); }
    void prove() override { asked << QStringLiteral("prove"); }
    void join(const ui::Joining& joining, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) override
    {
        lastJoining = joining;
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Result<QString>(*fails) : QStringLiteral("/new.encore")); });
    }
    void joinAgain(const ui::Joining& joining, QObject* receiver, Answer answer) override
    {
        lastJoining = joining;
        say(receiver, std::move(answer));
    }
    void unlock(const QString& passphrase, QObject* receiver, Answer answer) override { note(QStringLiteral("unlock ") + passphrase, receiver, std::move(answer)); }
    void solve(domain::CommandId, bool isMine, const std::vector<QString>& fields, QObject* receiver, Answer answer) override
    {
        QStringList kept(fields.begin(), fields.end());
        note((isMine ? QStringLiteral("mine ") : QStringLiteral("theirs ")) + kept.join(u','), receiver, std::move(answer));
    }
    void markSeen(domain::CommandId, QObject* receiver, Answer answer) override { note(QStringLiteral("seen"), receiver, std::move(answer)); }
    void saveSalvage(const QString& path, QObject* receiver, Answer answer) override { note(QStringLiteral("save ") + path, receiver, std::move(answer)); }
    void loadSalvage(const QString& path, QObject* receiver, Answer answer) override { note(QStringLiteral("load ") + path, receiver, std::move(answer)); }
    [[nodiscard]] const ui::MeetingStatus& meeting() const override { return met; }
    void openMeeting(bool newCode, QObject* receiver, Answer answer) override { note(newCode ? QStringLiteral("new code") : QStringLiteral("open"), receiver, std::move(answer)); }
    void joinMeeting(const QString& code, QObject* receiver, Answer answer) override { note(QStringLiteral("meet ") + code, receiver, std::move(answer)); }
    void leaveMeeting() override { asked << QStringLiteral("leave"); }
    void become(const ui::SyncStatus& status)
    {
        state = status;
        Q_EMIT statusChanged();
    }

    ui::SyncStatus state;
    ui::MeetingStatus met;
    bool keychain = true;
    QStringList asked;
    ui::Joining lastJoining;
    std::optional<domain::Error> fails;
    AnswerQueue queue;

private:
    void say(QObject* receiver, Answer answer)
    {
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Status(*fails) : domain::done()); });
    }
    void note(const QString& what, QObject* receiver, Answer answer)
    {
        asked << what;
        say(receiver, std::move(answer));
    }
};

/// Two people and two devices of a house.
class FakePeopleService final : public ui::PeopleService
{
public:
    [[nodiscard]] bool hasServer() const override { return server; }
    void ask(QObject* receiver, std::function<void(const domain::Result<People>&)> answer) override
    {
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Result<People>(*fails) : people); });
    }
    void give(const commands::CommandRequest& request, QObject* receiver, Answer answer) override
    {
        given.push_back(request);
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Status(*fails) : domain::done()); });
    }
    void add(commands::AddUser user, const QString& password, QObject* receiver, Answer answer) override
    {
        passwords << password;
        give(commands::makeRequest(user, commands::owner()), receiver, std::move(answer));
    }
    void setPassword(domain::PersonId user, const QString& password, QObject* receiver, Answer answer) override
    {
        passwords << password;
        give(commands::makeRequest(commands::SetPassword{user, QStringLiteral("$argon2id$")}, commands::owner()), receiver, std::move(answer));
    }
    void makeCode(domain::Role role, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) override
    {
        lastRole = role;
        queue.send(receiver, [this, answer = std::move(answer)] {
            answer(fails ? domain::Result<QString>(*fails) : QStringLiteral("https://house.example.org/#join=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG"));
        });
    }

    bool server = true;
    People people;
    std::vector<commands::CommandRequest> given;
    QStringList passwords;
    domain::Role lastRole = domain::Role::Door;
    std::optional<domain::Error> fails;
    AnswerQueue queue;
};

} // namespace encore::support
