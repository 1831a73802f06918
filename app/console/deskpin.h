// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"
#include "writerthread.h"

#include <QThreadPool>

namespace encore::console
{

/// The PIN of this desk: its argon2id hash lies in the workspace's desk table, wrong tries are counted there too, so that starting the
/// program again is no way round the waiting.
class DeskPin final : public QObject, public ui::PinService
{
    Q_OBJECT

public:
    DeskPin(store::Reader& reader, WriterThread& writer, const domain::Clock& clock);
    ~DeskPin() override;
    Q_DISABLE_COPY_MOVE(DeskPin)

    [[nodiscard]] bool isSet() const override { return !m_hash.isEmpty(); }
    void set(const QString& current, const QString& next, QObject* receiver, std::function<void(const domain::Status&)> answer) override;
    void verify(const QString& pin, QObject* receiver, std::function<void(const domain::Status&)> answer) override;

private:
    using Answer = std::function<void(const domain::Status&)>;
    void store(const QString& next, const QPointer<QObject>& receiver, const Answer& answer);
    void countTry(bool right);
    [[nodiscard]] qint64 waitSeconds() const;

    WriterThread& m_writer;
    const domain::Clock& m_clock;
    QString m_hash;
    int m_wrongTries = 0;
    domain::Instant m_lastWrongTry;
    QThreadPool m_pool; ///< hashing is slow on purpose
};

} // namespace encore::console
