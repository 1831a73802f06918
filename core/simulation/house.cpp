// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include "commands/authority.h"
#include "commands/bundle/bundleimport.h"
#include "store/people.h"
#include "store/sealing.h"
#include "sync/page.h"

#include <QBuffer>
#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace encore::simulation
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

QByteArray bundle()
{
    QByteArray orders;
    for (int i = 0; i < 24; ++i) {
        const QByteArray number = QByteArray::number(i);
        orders += QByteArray(i ? "," : "") + R"({"id":"O)" + number + R"(","status":"paid","buyer":{"name":"김 )" + number + R"(","email":"b)" + number
            + R"(@example.org"},"tickets":[{"id":"T)" + number + R"(","secret":"secret-)" + number
            + R"(","product_id":"P","performance_id":"gala","holder_name":"Guest )" + number + R"(","status":"valid"}]})";
    }
    return QByteArray(R"({"format":"encore-bundle/1","workspace":{"name":"House","currency":"KRW","time_zone":"Asia/Seoul"},)"
                      R"("products":[{"id":"P","name":"Standing"}],"performances":[{"id":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00",)"
                      R"("ends_at":"2026-12-24T22:00:00+09:00","time_zone":"Asia/Seoul"}],"zones":[{"id":"hall","name":"Hall","parent":null,"capacity":null}],)"
                      R"("gates":[{"id":"A","name":"A","zone":"hall","entry":"once"},{"id":"B","name":"B","zone":"hall","entry":"once"}],"orders":[)")
        + orders + "]}";
}

/// Things that people will fight about: few of each.
constexpr std::pair<const char*, const char*> contents[] = {
    {"CreateOffer", R"({"label":"scarce","title":"Scarce","performance_id":"gala","price":60000,"limit":6})"},
    {"CreateOffer", R"({"label":"plenty","title":"Plenty","performance_id":"gala","price":33333})"},
    {"OpenDay", R"({"drawer":"main","float":100000})"},
    {"CreateCoupon", R"({"label":"few","name":"Few","amount":5000,"quantity":4})"},
    {"CreateProject", R"({"label":"album","author":"hana","title":"Album","goal":1000000})"},
    {"CreateProject", R"({"label":"tour","author":"hana","title":"Tour","goal":2000000})"},
    {"AddReward", R"({"project_id":"album","label":"cd","title":"CD","price":20000,"limit":3})"},
    {"AddReward", R"({"project_id":"album","label":"poster","title":"Poster","price":5000})"},
    {"AddReward", R"({"project_id":"tour","label":"seat","title":"Seat","price":30000})"},
    {"CreateProject",
     R"({"label":"live","author":"hana","title":"Live","goal":1000000,"starts_at":"2026-10-01T00:00:00+09:00","ends_at":"2026-12-01T00:00:00+09:00",)"
     R"("payee":"hana","payout_account":"bank 1"})"},
    {"AddReward", R"({"project_id":"live","label":"vinyl","title":"Vinyl","price":40000,"limit":4})"},
    {"SubmitProject", R"({"project_id":"live"})"},
    {"ApproveProject", R"({"project_id":"live"})"},
    {"StartProject", R"({"project_id":"live"})"},
};

sync::Response responseOf(const api::HttpAnswer& answer)
{
    return {sync::Response::Kind::Answered, answer.status, answer.type, answer.body, 0, {}};
}

sync::Response jsonResponse(const QByteArray& body)
{
    return {sync::Response::Kind::Answered, 200, "application/json", body, 0, {}};
}

} // namespace

House::House(QString path, Loop& loop, Chance& chance) : m_path(std::move(path)), m_loop(loop), m_chance(chance), m_clock(loop, firstDay) { }
House::~House() = default;

Status House::fill()
{
    store::WorkspaceRecord record;
    record.id = domain::WorkspaceId(domain::makeUuidV7(m_clock.now(), m_chance));
    record.name = QStringLiteral("House");
    record.currency = QStringLiteral("KRW");
    if (const auto zone = domain::EventZone::fromName(QStringLiteral("Asia/Seoul")))
        record.zone = *zone;
    auto made = store::Workspace::create(m_path, record, m_clock, m_chance);
    if (!made)
        return made.error();
    m_workspace = std::move(made).value();
    m_executor = std::make_unique<commands::Executor>(m_workspace->reader(), QStringLiteral("house"), m_clock, m_chance);
    QByteArray text = bundle();
    QBuffer file(&text);
    file.open(QIODevice::ReadOnly);
    const auto staged = commands::stageBundle(file, m_workspace->reader(), {});
    if (!staged)
        return staged.error();
    const auto imported = m_executor->run(commands::makeRequest(commands::ImportBundle{staged->fileSha256, staged->fileSize}, commands::owner()));
    if (!imported)
        return imported.error();
    for (const auto& [name, arguments] : contents) {
        if (const QByteArray refused = run(name, arguments); !refused.isEmpty())
            return error(ErrorCode::Invalid, message("sync.refused").with("reason", QString(QLatin1StringView(name) + u' ' + QString::fromLatin1(refused))));
    }
    return m_workspace->becomeAuthority(m_chance);
}

Status House::open()
{
    auto opened = store::Workspace::open(m_path, store::Workspace::Intent::Write);
    if (!opened)
        return opened.error();
    m_workspace = std::move(opened).value();
    m_executor = std::make_unique<commands::Executor>(m_workspace->reader(), QStringLiteral("house"), m_clock, m_chance);
    return domain::done();
}

void House::close()
{
    m_waiting.clear();
    m_executor.reset();
    m_workspace.reset();
}

House::Device House::addDevice(domain::Role role, const QString& deviceName)
{
    const QByteArray email = deviceName.toLatin1() + "@example.org";
    (void)run("AddUser", R"({"label":")" + deviceName.toLatin1() + R"(","email":")" + email + R"(","user_name":"","role":")"
                             + domain::enumText(role).toLatin1() + R"("})");
    const Device made{domain::DeviceId(domain::makeUuidV7(m_clock.now(), m_chance)), m_chance.bytes(16).toHex(), role, deviceName};
    store::UnitOfWork work(m_workspace->reader(), m_chance);
    store::Device device;
    device.id = made.id;
    device.deviceName = deviceName;
    device.addedBy = QStringLiteral("house");
    device.role = role;
    device.token = domain::sha256(made.token);
    if (const auto user = store::PeopleReader(m_workspace->reader()).userCalled(deviceName))
        device.person = user->id;
    store::PeopleWriter(work).add(device);
    (void)work.commit();
    return made;
}

void House::revoke(domain::DeviceId device)
{
    store::UnitOfWork work(m_workspace->reader(), m_chance);
    store::PeopleWriter(work).revoke(device, m_clock.now());
    (void)work.commit();
}

bool House::knows(const Device& device)
{
    return store::PeopleReader(m_workspace->reader()).device(device.id).has_value();
}

Result<QByteArray> House::unseal(const QByteArray& box)
{
    if (m_workspace)
        return store::unsealed(box, m_workspace->reader());
    const auto closed = store::Workspace::open(m_path, store::Workspace::Intent::Read);
    return closed ? store::unsealed(box, (*closed)->reader()) : Result<QByteArray>(closed.error());
}

void House::setRole(const Device& device, domain::Role role)
{
    if (const auto user = store::PeopleReader(m_workspace->reader()).userCalled(device.deviceName))
        (void)run("EditUser", R"({"user_id":")" + user->id.text().toLatin1() + R"(","role":")" + domain::enumText(role).toLatin1() + R"("})");
}

QByteArray House::run(const char* name, const QByteArray& arguments)
{
    commands::CommandRequest request;
    request.name = name;
    request.arguments = arguments;
    request.actor = commands::owner();
    const auto outcome = m_executor->run(request);
    wake();
    return outcome ? QByteArray() : outcome.error().message.id;
}

void House::ask(const sync::Request& request, Answer answer)
{
    if (!m_workspace)
        return answer({sync::Response::Kind::Unreachable, 0, {}, {}, 0, QStringLiteral("down")});
    const auto device = store::PeopleReader(m_workspace->reader()).deviceByToken(domain::sha256(request.token));
    if (!device || device->revokedAt)
        return answer(responseOf(api::problem(error(ErrorCode::Forbidden, message(device ? "auth.revoked" : "auth.token")), domain::Language::English, 401)));
    api::SignedIn who{{device->role, device->deviceName}, device->person, device->id, device->deviceName};
    if (const auto user = device->person ? store::PeopleReader(m_workspace->reader()).user(*device->person) : std::nullopt)
        who.actor = {user->role, user->label};
    if (request.method == "POST")
        return takeCommands(request, who, answer);
    give(request, who, answer, true);
}

void House::takeCommands(const sync::Request& request, const api::SignedIn& who, const Answer& answer)
{
    const auto incoming = api::readCommands(request.body, who);
    if (!incoming)
        return answer(responseOf(api::problem(incoming.error())));
    std::vector<api::Outgoing> outgoing;
    std::vector<api::Incoming> inOrder = *incoming;
    if (forgetsOrder)
        std::reverse(inOrder.begin(), inOrder.end());
    commands::Batch batch;
    for (const api::Incoming& command : inOrder) {
        outgoing.push_back({command.id, commands::Outcome()});
        if (!command.request) {
            outgoing.back().outcome = command.request.error();
            continue;
        }
        commands::CommandRequest asked = *command.request;
        if (forgetsIds)
            asked.id = domain::CommandId(domain::makeUuidV7(m_clock.now(), m_chance));
        if (forgetsIds || forgetsOrder)
            asked.deviceSequence.reset();
        std::optional<Result<commands::Answered>> answered;
        const auto done = m_executor->runTogether({[&](store::UnitOfWork& work) -> Status {
            answered = commands::answer(asked, *m_executor, work, batch);
            return answered->ok() ? domain::done() : Status(answered->error());
        }});
        outgoing.back().outcome = done.front() ? (*answered)->outcome : Result<commands::Outcome>(done.front().error());
        const auto& outcome = outgoing.back().outcome;
        m_applied += outcome.ok() && !outcome->duplicate;
        m_refused += !outcome.ok();
    }
    answer(jsonResponse(api::answersText(outgoing, domain::Language::English)));
    wake();
}

void House::give(const sync::Request& request, const api::SignedIn& who, const Answer& answer, bool mayWait)
{
    const QUrl url(QString::fromLatin1(request.path));
    const QUrlQuery query(url);
    const auto number = [&](const char* name) { return query.queryItemValue(QLatin1StringView(name)).toLongLong(); };
    store::Reader& reader = m_workspace->reader();
    reader.database().forgetFailure();
    sync::PageRequest page{{who.actor.role, who.actor.name}, who.device, number("cursor"), size_t(number("limit")), number("device_seq"), query.hasQueryItem(QStringLiteral("digest"))};
    std::optional<QByteArray> text;
    if (url.path() == u"/api/v1/snapshot") {
        text = sync::snapshotText(reader, page, query.queryItemValue(QStringLiteral("next"), QUrl::FullyDecoded));
    } else {
        store::FeedReader feed(reader);
        const bool isSame = query.queryItemValue(QStringLiteral("epoch")) == feed.epoch();
        const qint64 wait = number("wait");
        if (isSame && mayWait && wait > 0 && feed.head().number == page.cursor) {
            const quint64 asked = ++m_asked;
            m_waiting.push_back({request, answer, page.cursor, asked});
            m_loop.after(wait * 1000, [this, asked, who] {
                const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& waiting) { return waiting.number == asked; });
                if (found == m_waiting.end())
                    return;
                const Waiting waiting = *found;
                m_waiting.erase(found);
                give(waiting.request, who, waiting.answer, false);
            });
            return;
        }
        text = isSame ? sync::changesText(reader, page) : std::nullopt;
    }
    if (!text)
        return answer(responseOf(api::problem(error(ErrorCode::Conflict, message("sync.take_anew")), domain::Language::English, 409)));
    answer(jsonResponse(*text));
}

void House::wake()
{
    if (!m_workspace)
        return;
    const qint64 head = store::FeedReader(m_workspace->reader()).head().number;
    std::vector<Waiting> due;
    std::erase_if(m_waiting, [&](const Waiting& waiting) {
        if (waiting.cursor != head)
            due.push_back(waiting);
        return waiting.cursor != head;
    });
    for (const Waiting& waiting : due)
        ask(waiting.request, waiting.answer);
}

Status House::backUp(const QString& to)
{
    QFile::remove(to);
    m_workspace->reader().database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!QFile::copy(m_path, to))
        return error(ErrorCode::Unavailable, message("store.cannot_open").with("file", to).with("reason", QString()));
    return m_workspace->reader().status();
}

Status House::restore(const QString& from, bool newEpoch)
{
    if (!QFile::exists(from))
        return domain::done(); // a plan that was made shorter has no backup
    close();
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(m_path + QLatin1StringView(suffix));
    if (!QFile::copy(from, m_path))
        return error(ErrorCode::Unavailable, message("store.cannot_open").with("file", m_path).with("reason", QString()));
    if (const Status opened = open(); !opened)
        return opened;
    return newEpoch ? m_workspace->beginEpoch(m_chance) : domain::done();
}

} // namespace encore::simulation
