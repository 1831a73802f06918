// SPDX-License-Identifier: GPL-3.0-or-later
#include "courier/relay.h"

#include "commands/codec/json.h"
#include "courier/backoff.h"
#include "store/outgoing.h"

#include <algorithm>

namespace encore::courier
{

using commands::JsonValue;
using domain::Result;
using domain::Status;

namespace
{

constexpr qint64 longestWaitMs = 5LL * 60 * 1000;

/// Whatever is called …_id and is a UUID, however deep: ids are no secret, and no text that somebody typed has that form by chance and
/// stands there.
void collect(const JsonValue& value, std::vector<std::pair<QByteArray, QUuid>>& found)
{
    if (value.IsArray()) {
        for (const JsonValue& item : value.GetArray())
            collect(item, found);
    } else if (value.IsObject()) {
        for (const auto& member : value.GetObject()) {
            const QString name = commands::jsonString(member.name);
            const QUuid id = name.endsWith(QStringLiteral("_id")) && member.value.IsString() ? QUuid::fromString(commands::jsonString(member.value)) : QUuid();
            const std::pair<QByteArray, QUuid> one(name.chopped(std::min<qsizetype>(name.size(), 3)).toLatin1(), id);
            if (!id.isNull() && std::find(found.begin(), found.end(), one) == found.end())
                found.push_back(one);
            collect(member.value, found);
        }
    }
}

/// In a unit of its own: it is no command, it changes nothing that anybody else knows.
Status keep(const store::Relayed& relayed, commands::Executor& executor)
{
    const commands::Executor::Step step = [&](store::UnitOfWork& work) {
        store::OutgoingWriter(work).put(store::webhookRelay, relayed);
        return work.status();
    };
    return executor.runTogether({step}).front();
}

std::vector<Event> eventsBehind(qint64 sequence, store::Reader& reader)
{
    constexpr int eventsAtOnce = 100;
    std::vector<Event> events;
    while (int(events.size()) < eventsAtOnce) {
        const auto entry = reader.logEntryAt(++sequence);
        if (!entry)
            break;
        events.push_back(eventOf(*entry));
    }
    return events;
}

} // namespace

Event eventOf(const store::LogEntry& entry)
{
    Event event{entry.id, entry.sequence, entry.name, entry.occurredAt, {}};
    for (const QByteArray& text : {entry.arguments, entry.outcome}) {
        if (const auto parsed = commands::parseJson(text))
            collect(*parsed, event.concerns);
    }
    return event;
}

Status Relay::tell(const std::vector<Event>& events, const QString& url, domain::Instant now, const std::function<bool()>& mayGoOn)
{
    if (!m_sink || m_url != url) {
        auto made = m_makeSink(url);
        if (!made)
            return made.error();
        m_sink = std::move(made).value();
        m_url = url;
    }
    return m_sink->deliver(events, now, mayGoOn);
}

Result<RelayDone> Relay::run(commands::Executor& executor, const domain::Clock& clock, const std::function<bool()>& mayGoOn)
{
    RelayDone done;
    store::OutgoingReader outgoing(executor.reader());
    const store::Webhook webhook = outgoing.webhook();
    if (webhook.url != m_url)
        m_pausedUntil = {};
    if (webhook.url.isEmpty() || clock.now() < m_pausedUntil)
        return done;
    store::Relayed relayed = outgoing.relayed(store::webhookRelay);
    relayed.sequence = std::max(relayed.sequence, webhook.since - 1);
    while (!mayGoOn || mayGoOn()) {
        const std::vector<Event> events = eventsBehind(relayed.sequence, executor.reader());
        if (events.empty())
            break;
        const Status told = tell(events, webhook.url, clock.now(), mayGoOn);
        if (!told && mayGoOn && !mayGoOn())
            break; // it was told to end, and that was all
        const QString fault = told ? QString() : domain::words(told.error().message, domain::Language::English);
        if (told) {
            relayed.sequence = events.back().sequence;
            done.told += qint64(events.size());
            m_troubles = 0;
        }
        if (told || fault != relayed.fault) {
            relayed.fault = fault;
            if (const Status kept = keep(relayed, executor); !kept)
                return kept.error();
        }
        if (!told) {
            done.trouble = fault;
            m_url = webhook.url;
            m_sink.reset(); // with another key, perhaps
            m_pausedUntil = clock.now().plusMs(waitMs(++m_troubles, longestWaitMs));
            break;
        }
    }
    if (const Status status = executor.reader().status(); !status)
        return status.error();
    return done;
}

} // namespace encore::courier
