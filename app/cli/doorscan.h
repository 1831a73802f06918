// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include "commands/door/checkin.h"

namespace encore::cli
{

/// A gate by its id (the bundle's text) or, where no id fits, by its name.
[[nodiscard]] domain::Result<domain::GateId> findGate(const QString& text, const store::Workspace& workspace, store::Reader& reader);

/// Codes held up at one gate, from wherever they come; says each verdict.
class DoorScan
{
public:
    DoorScan(Cli& cli, Desk& desk, commands::ScanInput common) : m_cli(cli), m_checkIn(*desk.executor), m_common(std::move(common)) { }

    void codes(const QStringList& texts);
    void image(const QString& file);
    /// Until its end; @p each is given what has come, in batches.
    static void standardInput(const std::function<void(const QStringList&)>& each);

    [[nodiscard]] int worst() const { return m_worst; }

private:
    void worsen(int code) { m_worst = std::max(m_worst, code); }
    void show(const domain::Result<door::Verdict>& verdict);

    Cli& m_cli;
    commands::CheckIn m_checkIn;
    commands::ScanInput m_common;
    int m_worst = Yes;
};

} // namespace encore::cli
