// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskpin.h"

#include "store/secretstore.h"
#include "store/unitofwork.h"

#include <QRegularExpression>

namespace encore::console
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

constexpr int freeTries = 5;
constexpr qint64 longestWaitSeconds = 15 * 60;

} // namespace

DeskPin::DeskPin(store::Reader& reader, WriterThread& writer, const domain::Clock& clock) : m_writer(writer), m_clock(clock)
{
    m_hash = reader.deskValue(QStringLiteral("pin_hash"));
    m_wrongTries = reader.deskValue(QStringLiteral("pin_wrong_tries")).toInt();
    m_lastWrongTry = {reader.deskValue(QStringLiteral("pin_last_wrong_try")).toLongLong()};
    m_pool.setMaxThreadCount(1);
}

DeskPin::~DeskPin()
{
    m_pool.waitForDone();
}

void DeskPin::set(const QString& current, const QString& next, QObject* receiver, Answer answer)
{
    static const QRegularExpression digits(QStringLiteral("\\A[0-9]{4,12}\\z"));
    if (!digits.match(next).hasMatch()) {
        answer(error(ErrorCode::Invalid, message("pin.digits")));
        return;
    }
    const QPointer<QObject> alive(receiver);
    if (!isSet())
        return store(next, alive, answer);
    verify(current, receiver, [this, next, alive, answer](const Status& status) {
        if (status)
            store(next, alive, answer);
        else
            answer(status);
    });
}

void DeskPin::store(const QString& next, const QPointer<QObject>& receiver, const Answer& answer)
{
    m_pool.start([this, next, receiver, answer] {
        const QString hash = store::hashPassword(next);
        QMetaObject::invokeMethod(this, [this, hash, receiver, answer] {
            m_writer.runStep(
                [hash](commands::Executor&, store::UnitOfWork& work) {
                    work.setDeskValue(QStringLiteral("pin_hash"), hash);
                    return domain::done();
                },
                this,
                [this, hash, receiver, answer](const Status& status) {
                    if (status)
                        m_hash = hash;
                    if (receiver)
                        answer(status);
                });
        }, Qt::QueuedConnection);
    });
}

void DeskPin::verify(const QString& pin, QObject* receiver, Answer answer)
{
    if (!isSet()) {
        answer(error(ErrorCode::NotFound, message("pin.not_set")));
        return;
    }
    if (const qint64 seconds = waitSeconds(); seconds > 0) {
        answer(error(ErrorCode::Refused, message("pin.wait").with("seconds", seconds)));
        return;
    }
    const QPointer<QObject> alive(receiver);
    m_pool.start([this, hash = m_hash, pin, alive, answer = std::move(answer)] {
        const bool right = store::passwordMatches(hash, pin);
        QMetaObject::invokeMethod(this, [this, right, alive, answer] {
            countTry(right);
            if (!alive)
                return;
            if (right)
                answer(domain::done());
            else
                answer(error(ErrorCode::Forbidden, message("pin.wrong")));
        }, Qt::QueuedConnection);
    });
}

void DeskPin::countTry(bool right)
{
    m_wrongTries = right ? 0 : m_wrongTries + 1;
    m_lastWrongTry = m_clock.now();
    m_writer.runStep(
        [tries = m_wrongTries, at = m_lastWrongTry](commands::Executor&, store::UnitOfWork& work) {
            work.setDeskValue(QStringLiteral("pin_wrong_tries"), QString::number(tries));
            work.setDeskValue(QStringLiteral("pin_last_wrong_try"), QString::number(at.ms));
            return domain::done();
        },
        this, [](const Status&) {});
}

qint64 DeskPin::waitSeconds() const
{
    if (m_wrongTries < freeTries)
        return 0;
    // 5, 10, 20, … seconds after the fifth, sixth, seventh wrong try.
    const qint64 wait = std::min(longestWaitSeconds, 5LL << std::min(m_wrongTries - freeTries, 10));
    const qint64 passed = (m_clock.now().ms - m_lastWrongTry.ms) / 1000;
    return passed < 0 ? wait : std::max<qint64>(0, wait - passed); // a clock that was set back does not shorten it
}

} // namespace encore::console
