// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Desks of one house that meet without it (DESIGN §3): each tells the meeting point what it sees at its door, and asks what the others
// see. What is heard is kept in the desk's file (store/hearsay.h), so that whoever ends and comes back has it; a meeting point that comes
// back gets from everybody what they know.

#include "store/hearsay.h"
#include "sync/engine.h"
#include "sync/meetingcode.h"

namespace encore::sync
{

using HeardScans = std::vector<store::HeardScan>;

/// A desk among those that meet.
struct MeetingDesk {
    domain::DeviceId device;
    QString name;
};

/// What a desk says to the meeting point; of one that only greets, the meeting is empty, and nothing it says has an effect.
struct MeetingAsk {
    QByteArray number; ///< random, of this question
    domain::DeviceId desk;
    QString name;
    QByteArray meeting; ///< which one it is at
    qint64 cursor = 0; ///< what it has heard there
    bool listens = false; ///< wants to hear what comes behind the cursor
    int waitMs = 0; ///< as long as the answer may be kept back until there is something
    HeardScans scans; ///< what it has to tell
};

struct MeetingAnswer {
    QByteArray number; ///< of the question
    QByteArray meeting; ///< another one each time the meeting point starts: then everything is told anew
    qint64 cursor = 0;
    std::vector<QString> desks; ///< the others who are here
    HeardScans scans;
};

inline constexpr int mostScansAtOnce = 500; ///< in a question or an answer
inline constexpr const char* meetingPath = "/meeting/v1";

[[nodiscard]] QByteArray encodeAsk(const MeetingAsk& ask);
[[nodiscard]] QByteArray encodeAnswer(const MeetingAnswer& answer);
/// Invalid where something in it cannot be.
[[nodiscard]] domain::Result<MeetingAsk> parseAsk(const QByteArray& text);
[[nodiscard]] domain::Result<MeetingAnswer> parseAnswer(const QByteArray& text);

/// What the desk's file has to say, and what is put into it. One at a time, answered later in the caller's thread.
class MeetingFile
{
public:
    MeetingFile(DeskWriter& desk, const domain::Clock& clock);
    ~MeetingFile();
    Q_DISABLE_COPY_MOVE(MeetingFile)

    void readAll(std::function<void(const HeardScans&)> then); ///< what was done here and what was heard
    void readNew(std::function<void(const HeardScans&)> then); ///< what was done here since it was read last
    /// @p then: whether it is in the file, and how many of them were new.
    void take(const HeardScans& scans, std::function<void(const domain::Result<int>&)> then);

private:
    template<class T>
    void step(std::function<domain::Result<T>(store::UnitOfWork&, qint64& behind)> what, std::function<void(const domain::Result<T>&)> then);
    DeskWriter& m_desk;
    const domain::Clock& m_clock;
    std::shared_ptr<qint64> m_behind; ///< of the writer's thread
    std::shared_ptr<bool> m_alive;
};

/// How it stands, for people.
struct MeetingState {
    bool isMet = false; ///< the meeting point answers, or this is it
    std::vector<QString> desks; ///< the others who are here
    domain::Message trouble; ///< empty: none
    qint64 revision = 0; ///< grows whenever something new was heard
};

/// A desk that is not the meeting point.
class MeetingMember
{
public:
    struct Parts {
        Transport& transport;
        MeetingFile& file;
        Timers& timers;
        domain::RandomSource& random;
    };
    MeetingMember(Parts parts, MeetingSeal seal, MeetingDesk myself);
    ~MeetingMember();
    Q_DISABLE_COPY_MOVE(MeetingMember)

    void start();
    void somethingWasDone(); ///< here: the others hear of it at once
    [[nodiscard]] const MeetingState& state() const { return m_state; }
    /// Called whenever the state may have changed.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    void listen();
    void heard(const domain::Result<MeetingAnswer>& answer);
    void beginMeeting(const QByteArray& meeting);
    void tell();
    void told(size_t count, const domain::Result<MeetingAnswer>& answer);
    void ask(MeetingAsk ask, std::function<void(const domain::Result<MeetingAnswer>&)> then);
    void later(void (MeetingMember::*what)());
    void say();

    Parts m_parts;
    MeetingSeal m_seal;
    MeetingDesk m_myself;
    MeetingState m_state;
    std::function<void()> m_changed;
    QByteArray m_meeting; ///< empty: not met yet
    qint64 m_cursor = 0;
    HeardScans m_untold;
    bool m_isTelling = false;
    int m_failures = 0;
    std::shared_ptr<bool> m_alive;
};

} // namespace encore::sync
