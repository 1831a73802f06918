// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorscan.h"

#include "imagecommands.h"

#include "commands/door/verdictjson.h"

#include <iostream>

namespace encore::cli
{

using commands::ScanInput;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

Result<domain::GateId> findGate(const QString& text, const store::Workspace& workspace, store::Reader& reader)
{
    const auto& gates = reader.catalogue().gates;
    const auto id = domain::idForExternal<domain::GateId>(workspace.record().id, text);
    if (gates.contains(id))
        return id;
    std::vector<domain::GateId> named;
    for (const auto& [candidate, gate] : gates) {
        if (gate.name == text)
            named.push_back(candidate);
    }
    if (named.size() == 1)
        return named.front();
    return error(ErrorCode::NotFound, message(named.empty() ? "door.no_gate" : "cli.gate_twice").with("gate", text.left(64)));
}

void DoorScan::codes(const QStringList& texts)
{
    std::vector<ScanInput> inputs;
    for (const QString& text : texts) {
        inputs.push_back(m_common);
        inputs.back().code = text;
    }
    for (const auto& verdict : m_checkIn.scanAll(inputs))
        show(verdict);
}

void DoorScan::image(const QString& file)
{
    const Result<std::vector<raster::PageCodes>> pages = codesInFile(file);
    if (!pages) {
        worsen(failUnreadable(m_cli, pages.error()));
        return;
    }
    QStringList texts;
    for (const raster::PageCodes& page : *pages) {
        if (page.failure)
            worsen(failUnreadable(m_cli, *page.failure));
        for (const ticket::ReadCode& code : page.codes)
            texts << code.text;
    }
    if (texts.isEmpty()) {
        m_cli.complain(m_cli.inWords(message("cli.no_code").with("file", file)));
        worsen(No);
    }
    codes(texts);
}

void DoorScan::standardInput(const std::function<void(const QStringList&)>& each)
{
    std::ios::sync_with_stdio(false);
    std::string line;
    QStringList waiting;
    while (std::getline(std::cin, line)) {
        waiting << QString::fromUtf8(line.data(), qsizetype(line.size()));
        // A person or a scanner gets an answer at once; a pipe that brings many is answered in batches, for the disk's sake.
        if (std::cin.rdbuf()->in_avail() <= 0 || waiting.size() >= 64)
            each(std::exchange(waiting, {}));
    }
    each(waiting);
}

void DoorScan::show(const Result<door::Verdict>& verdict)
{
    if (!verdict) {
        worsen(m_cli.fail(verdict.error()));
        return;
    }
    if (verdict->kind == door::VerdictKind::Refused)
        worsen(No);
    if (m_cli.json()) {
        m_cli.printJson(commands::verdictJson(*verdict, m_cli.language()));
        return;
    }
    QStringList parts{domain::enumText(verdict->kind)};
    if (verdict->reason)
        parts << domain::enumText(*verdict->reason);
    const QString group = !verdict->group ? QString()
                                          : m_cli.inWords(message("door.group").with("inside", verdict->group->inside).with("people", verdict->group->people));
    for (const QString& part : {verdict->ticketLabel, group, verdict->holder, verdict->productName, verdict->seat,
                                verdict->explanation.isEmpty() ? QString() : m_cli.inWords(verdict->explanation)}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (verdict->scanId)
        parts << verdict->scanId->text();
    m_cli.say(parts.join(QStringLiteral(" · ")));
}

} // namespace encore::cli
