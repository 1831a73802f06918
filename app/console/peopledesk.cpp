// SPDX-License-Identifier: GPL-3.0-or-later
#include "peopledesk.h"

#include "store/secretstore.h"
#include "sync/people.h"

namespace encore::console
{

using domain::Result;
using domain::Status;

PeopleDesk::PeopleDesk(SyncDesk& sync, WriterThread& writer, ReaderThread& reader, const domain::Clock& clock, domain::RandomSource& random, Mailbox& mailbox) :
    m_sync(sync), m_writer(writer), m_reader(reader), m_clock(clock), m_random(random), m_mailbox(mailbox)
{
    m_pool.setMaxThreadCount(1);
}

void PeopleDesk::ask(QObject* receiver, std::function<void(const Result<People>&)> answer)
{
    if (!hasServer()) {
        m_reader.ask<commands::Users>({}, receiver, [answer = std::move(answer)](const Result<std::vector<commands::Users::Row>>& users) {
            answer(users ? Result<People>(People{*users, {}}) : Result<People>(users.error()));
        });
        return;
    }
    const auto post = m_mailbox.deliveryTo(receiver);
    m_sync.withHouse([post, answer = std::move(answer)](const Status& reachable, sync::Transport* transport, const QByteArray& token) {
        if (!reachable)
            return post([answer, reachable] { answer(reachable.error()); });
        sync::askPeople(*transport, token, [post, answer](const Result<sync::People>& people) {
            post([answer, people] { answer(people ? Result<People>(People{people->users, people->devices}) : Result<People>(people.error())); });
        });
    });
}

void PeopleDesk::give(const commands::CommandRequest& request, QObject* receiver, Answer answer)
{
    if (!hasServer()) {
        m_writer.run(request, receiver, [answer = std::move(answer)](const Result<commands::Outcome>& outcome) {
            answer(outcome ? domain::done() : Status(outcome.error()));
        });
        return;
    }
    commands::CommandRequest sent = request;
    sent.id = domain::CommandId(domain::makeUuidV7(m_clock.now(), m_random));
    sent.occurredAt = m_clock.now();
    const auto post = m_mailbox.deliveryTo(receiver);
    m_sync.withHouse([post, sent, answer = std::move(answer)](const Status& reachable, sync::Transport* transport, const QByteArray& token) {
        if (!reachable)
            return post([answer, reachable] { answer(reachable); });
        sync::giveNow(*transport, token, sent, [post, answer](const Status& status) { post([answer, status] { answer(status); }); });
    });
}

void PeopleDesk::hash(const QString& password, QObject* receiver, std::function<void(const QString&)> then)
{
    m_pool.start([password, post = m_mailbox.deliveryTo(receiver), then = std::move(then)] {
        const QString verifier = store::hashPassword(password);
        post([then, verifier] { then(verifier); });
    });
}

void PeopleDesk::add(commands::AddUser user, const QString& password, QObject* receiver, Answer answer)
{
    if (password.isEmpty())
        return give(commands::makeRequest(user, commands::owner()), receiver, std::move(answer));
    hash(password, receiver, [this, user, receiver, answer = std::move(answer)](const QString& verifier) {
        commands::AddUser whole = user;
        whole.password = verifier;
        give(commands::makeRequest(whole, commands::owner()), receiver, answer);
    });
}

void PeopleDesk::setPassword(domain::PersonId user, const QString& password, QObject* receiver, Answer answer)
{
    hash(password, receiver, [this, user, receiver, answer = std::move(answer)](const QString& verifier) {
        give(commands::makeRequest(commands::SetPassword{user, verifier}, commands::owner()), receiver, answer);
    });
}

void PeopleDesk::makeCode(domain::Role role, QObject* receiver, std::function<void(const Result<QString>&)> answer)
{
    const auto post = m_mailbox.deliveryTo(receiver);
    const QString server = m_sync.status().server;
    m_sync.withHouse([post, role, server, answer = std::move(answer)](const Status& reachable, sync::Transport* transport, const QByteArray& token) {
        if (!reachable)
            return post([answer, reachable] { answer(reachable.error()); });
        sync::makeCode(*transport, token, role, [post, server, answer](const Result<QString>& code) {
            // One text that says where and by what: scanned or typed into the sign-in of the new desk.
            const Result<QString> whole = code ? Result<QString>(QString(server + QStringLiteral("/#join=") + *code)) : code;
            post([answer, whole] { answer(whole); });
        });
    });
}

} // namespace encore::console
