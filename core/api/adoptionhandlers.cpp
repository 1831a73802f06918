// SPDX-License-Identifier: GPL-3.0-or-later

// A standalone workspace becomes the house of this server, which is empty until then (DESIGN §6). Its file comes in pieces, as blobs, which
// whoever was interrupted need not send again; then it is put together, proven, and taken over in one transaction.

#include "answers.h"
#include "apirows.h"
#include "commands/audit/verifyworkspace.h"
#include "store/adoption.h"
#include "store/blobs.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

namespace encore::api
{

using commands::Executor;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// Whoever may adopt decides what the whole house is.
bool mayAdopt(const Call& call)
{
    return call.who->actor.role == domain::Role::Admin;
}

domain::Error forbidden()
{
    return error(ErrorCode::Forbidden, message("command.forbidden").with("name", QStringLiteral("Adopt")));
}

HouseBody houseOf(store::Reader& reader, qint64 sequence)
{
    HouseBody body;
    body.isEmpty = store::isEmptyHouse(reader);
    if (const auto workspace = reader.workspace())
        body.workspaceId = workspace->id;
    if (const auto entry = reader.logEntryAt(sequence))
        body.hash = QString::fromLatin1(entry->hash.toHex());
    return body;
}

Status putTogether(const AdoptionBody& body, store::Reader& reader, QFile& file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::WriteOnly))
        return error(ErrorCode::Unavailable, message("file.unwritable").with("file", file.fileName()).with("reason", file.errorString()));
    for (const QString& piece : body.pieces) {
        const auto content = store::BlobReader(reader).content(QByteArray::fromHex(piece.toLatin1()));
        if (!content)
            return error(ErrorCode::Refused, message("api.no_blob").with("hash", piece));
        hash.addData(*content);
        if (file.write(*content) != content->size())
            return error(ErrorCode::Unavailable, message("file.unwritable").with("file", file.fileName()).with("reason", file.errorString()));
    }
    if (!file.flush())
        return error(ErrorCode::Unavailable, message("file.unwritable").with("file", file.fileName()).with("reason", file.errorString()));
    file.close();
    if (QString::fromLatin1(hash.result().toHex()) != body.sha256)
        return error(ErrorCode::Refused, message("api.other_hash"));
    return domain::done();
}

/// It is a workspace that stands alone, of this version by now, and its log, counts and books hold.
Status prove(const QString& path)
{
    const auto workspace = store::Workspace::open(path, store::Workspace::Intent::Write);
    if (!workspace)
        return error(ErrorCode::Refused, workspace.error().message);
    if ((*workspace)->part() != store::Part::Alone)
        return error(ErrorCode::Refused, message("adopt.not_alone"));
    const Result<commands::AuditReport> report = commands::verifyWorkspace((*workspace)->reader());
    if (!report)
        return report.error();
    return report->faults.empty() ? domain::done() : Status(error(ErrorCode::Refused, message("adopt.unproven").with("reason", report->faults.front())));
}

Status takeOver(const QString& path, Executor& executor, store::UnitOfWork& work)
{
    if (!store::isEmptyHouse(work.reader()))
        return error(ErrorCode::Refused, message("adopt.not_empty"));
    const auto file = store::Workspace::open(path, store::Workspace::Intent::Read);
    if (!file)
        return file.error();
    return store::takeOverHouse((*file)->reader(), work, executor.random());
}

} // namespace

void Service::adoption(const Call& call)
{
    if (!mayAdopt(call))
        return call.fail(forbidden());
    const auto wanted = call.request.query.find("sequence");
    m_readers.push([call, sequence = wanted == call.request.query.end() ? 0 : wanted->second.toLongLong()](const commands::QueryContext& context) {
        const HouseBody body = houseOf(context.reader, sequence);
        if (const domain::Status status = context.reader.status(); !status)
            return call.fail(status.error());
        call.answer(jsonAnswer(commands::encodeText(body)));
    });
}

void Service::adopt(const Call& call)
{
    if (!mayAdopt(call))
        return call.fail(forbidden());
    const Result<AdoptionBody> body = bodyOf<AdoptionBody>(call);
    if (!body)
        return call.fail(body.error());
    m_readers.push([this, call, body = *body](const commands::QueryContext& context) {
        if (!store::isEmptyHouse(context.reader))
            return call.fail(error(ErrorCode::Refused, message("adopt.not_empty")));
        const auto folder = std::make_shared<QTemporaryDir>();
        const QString path = folder->filePath(QStringLiteral("adopted.encore"));
        QFile file(path);
        domain::Status staged = putTogether(body, context.reader, file);
        if (staged)
            staged = prove(path);
        if (!staged)
            return call.fail(staged.error());
        m_writer.pushAlone([path](Executor& executor, store::UnitOfWork& work) { return takeOver(path, executor, work); },
                           [this, call, folder](const domain::Status& status) {
                               if (!status)
                                   return call.fail(status.error());
                               answerAdopted(call);
                           });
    });
}

/// From here on everything that is asked goes by the workspace that came.
void Service::answerAdopted(const Call& call)
{
    m_readers.push([this, call](const commands::QueryContext& context) {
        const auto workspace = context.reader.workspace();
        if (!workspace)
            return call.fail(context.reader.status() ? error(ErrorCode::Unavailable, message("bundle.no_workspace")) : context.reader.status().error());
        {
            const std::lock_guard lock(m_workspaceMutex);
            m_workspace = *workspace;
        }
        m_sessions.forgetAll();
        call.answer(jsonAnswer(commands::encodeText(houseOf(context.reader, 0))));
    });
}

} // namespace encore::api
