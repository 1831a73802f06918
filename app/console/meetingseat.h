// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/meeting.h"
#include "desksecrets.h"
#include "store/workspace.h"
#include "ui/common/syncservice.h"

namespace encore::console
{

/// This desk's seat among desks that meet, in the thread of sync. What it meets by is kept with the desk's keys, so that a console that
/// was closed in a meeting is back in it when it is opened.
class MeetingSeat
{
public:
    struct Parts {
        const store::Workspace& workspace;
        const DeskSecrets& secrets;
        sync::DeskWriter& writer;
        sync::Timers& timers;
        const domain::Clock& clock;
        domain::RandomSource& random;
        QString deskName;
    };
    explicit MeetingSeat(Parts parts) : m_parts(std::move(parts)) { }

    [[nodiscard]] domain::Status open(bool newCode);
    [[nodiscard]] domain::Status join(const QString& text);
    void leave();
    void resume(); ///< where this desk was when its console was closed
    void somethingWasDone();
    [[nodiscard]] ui::MeetingStatus status() const;
    [[nodiscard]] qint64 revision() const { return m_meeting ? m_meeting->state().revision : 0; } ///< of what was heard
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    [[nodiscard]] domain::Result<std::unique_ptr<api::Meeting>> made();
    [[nodiscard]] domain::Status keep(ui::MeetingStatus::Part part, const sync::MeetingCode& code);
    [[nodiscard]] std::optional<sync::MeetingCode> kept(ui::MeetingStatus::Part part);
    [[nodiscard]] domain::Status enter(std::unique_ptr<api::Meeting> meeting, ui::MeetingStatus::Part part, const sync::MeetingCode& code);

    Parts m_parts;
    std::unique_ptr<api::Meeting> m_meeting;
    ui::MeetingStatus::Part m_part = ui::MeetingStatus::Part::None;
    QString m_code;
    std::function<void()> m_changed;
};

} // namespace encore::console
