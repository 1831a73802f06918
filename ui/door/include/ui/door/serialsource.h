// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/door/scansource.h"

#include <QList>

#include <memory>

namespace encore::ui
{

struct SerialDevice {
    QString name; ///< to be kept in settings, for example ttyACM0 or COM3
    QString description; ///< for people; may be empty
    friend bool operator==(const SerialDevice&, const SerialDevice&) = default;
};

/// A scanner at a serial port (8 data bits, no parity, 1 stop bit). A code ends with CR, LF or Tab, or after 80 ms of
/// silence. A lost port is said once and tried again every two seconds.
class SerialSource final : public ScanSource
{
    Q_OBJECT

public:
    explicit SerialSource(QObject* parent = nullptr);
    ~SerialSource() override;

    [[nodiscard]] QString label() const override;
    [[nodiscard]] bool isActive() const override;
    [[nodiscard]] bool isReady() const override;
    void start() override;
    void stop() override;

    [[nodiscard]] static QList<SerialDevice> ports();
    [[nodiscard]] QString port() const;
    void setPort(const QString& name);
    [[nodiscard]] static QList<int> baudRates();
    [[nodiscard]] int baud() const;
    void setBaud(int baud);
    void setRetryInterval(int milliseconds);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace encore::ui
