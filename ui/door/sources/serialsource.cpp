// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/serialsource.h"

#include "sources/scanlines.h"

#include <QFileInfo>
#include <QSerialPort>
#include <QSerialPortInfo>
#include <QTimer>

namespace encore::ui
{

namespace
{
constexpr int pauseMs = 80;
constexpr int retryMs = 2000;
constexpr int usualBaud = 9600;
} // namespace

class SerialSource::Private
{
public:
    explicit Private(SerialSource* source);

    void open();
    void close();
    void lose(const domain::Message& message);
    void read();
    void tell(const QStringList& codes) const;
    [[nodiscard]] domain::Message openFault() const;

    SerialSource* q;
    QString port;
    int baud = usualBaud;
    bool active = false;
    bool faultTold = false;
    ScanLines lines;
    QTimer pause;
    QTimer retry;
    QSerialPort device; // last, as closing it calls back into the others
};

SerialSource::Private::Private(SerialSource* source) : q(source)
{
    pause.setSingleShot(true);
    pause.setInterval(pauseMs);
    retry.setSingleShot(true);
    retry.setInterval(retryMs);
    QObject::connect(&pause, &QTimer::timeout, q, [this] { tell(lines.flush()); });
    QObject::connect(&retry, &QTimer::timeout, q, [this] { open(); });
    QObject::connect(&device, &QSerialPort::readyRead, q, [this] { read(); });
    QObject::connect(&device, &QSerialPort::errorOccurred, q, [this](QSerialPort::SerialPortError error) {
        const bool lost = error == QSerialPort::ResourceError || error == QSerialPort::ReadError
            || error == QSerialPort::DeviceNotFoundError;
        if (lost && device.isOpen())
            lose(domain::message("source.serial.lost").with("port", port));
    });
}

void SerialSource::Private::open()
{
    lines.clear();
    device.setPortName(port);
    device.setBaudRate(baud);
    if (!device.open(QIODevice::ReadOnly)) {
        lose(openFault());
        return;
    }
    faultTold = false;
    Q_EMIT q->stateChanged();
}

void SerialSource::Private::close()
{
    retry.stop();
    pause.stop();
    lines.clear();
    if (device.isOpen())
        device.close();
}

// A vanished device reports several errors in a row, and every retry fails like the one before: said once is enough.
void SerialSource::Private::lose(const domain::Message& message)
{
    close();
    retry.start();
    if (std::exchange(faultTold, true))
        return;
    Q_EMIT q->failed(message);
    Q_EMIT q->stateChanged();
}

void SerialSource::Private::read()
{
    const QStringList codes = lines.add(device.readAll());
    if (lines.isEmpty())
        pause.stop();
    else
        pause.start();
    tell(codes);
}

void SerialSource::Private::tell(const QStringList& codes) const
{
    for (const QString& code : codes)
        Q_EMIT q->scanned({code, QStringLiteral("serial"), port, 0, 1});
}

domain::Message SerialSource::Private::openFault() const
{
    if (port.isEmpty())
        return domain::message("source.serial.no_port");
    switch (device.error()) {
    case QSerialPort::PermissionError: {
        // A port in use gives the same error as one without the right to it.
        const QFileInfo file(QSerialPortInfo(port).systemLocation());
        const bool inUse = !file.exists() || file.isReadable();
        return domain::message(inUse ? "source.serial.in_use" : "source.serial.no_permission").with("port", port);
    }
    case QSerialPort::DeviceNotFoundError:
        return domain::message("source.serial.not_found").with("port", port);
    default:
        return domain::message("source.serial.failed").with("port", port).with("reason", device.errorString());
    }
}

SerialSource::SerialSource(QObject* parent) : ScanSource(parent), m_private(std::make_unique<Private>(this)) { }

SerialSource::~SerialSource()
{
    m_private->device.disconnect(this);
}

QString SerialSource::label() const
{
    return m_private->port.isEmpty() ? tr("Serial scanner") : tr("Serial scanner at %1").arg(m_private->port);
}

bool SerialSource::isActive() const
{
    return m_private->active;
}

bool SerialSource::isReady() const
{
    return m_private->device.isOpen();
}

void SerialSource::start()
{
    if (m_private->active)
        return;
    m_private->active = true;
    m_private->faultTold = false;
    m_private->open();
    Q_EMIT stateChanged();
}

void SerialSource::stop()
{
    if (!m_private->active)
        return;
    m_private->active = false;
    m_private->close();
    Q_EMIT stateChanged();
}

QList<SerialDevice> SerialSource::ports()
{
    QList<SerialDevice> result;
    const QList<QSerialPortInfo> infos = QSerialPortInfo::availablePorts();
    for (const QSerialPortInfo& info : infos)
        result.append({info.portName(), info.description()});
    return result;
}

QString SerialSource::port() const
{
    return m_private->port;
}

void SerialSource::setPort(const QString& name)
{
    if (m_private->port == name)
        return;
    m_private->port = name;
    if (m_private->active) {
        m_private->close();
        m_private->faultTold = false;
        m_private->open();
    }
    Q_EMIT stateChanged();
}

QList<int> SerialSource::baudRates()
{
    return {9600, 19200, 38400, 57600, 115200};
}

int SerialSource::baud() const
{
    return m_private->baud;
}

void SerialSource::setBaud(int baud)
{
    m_private->baud = baud;
    if (m_private->device.isOpen())
        m_private->device.setBaudRate(baud);
}

void SerialSource::setRetryInterval(int milliseconds)
{
    m_private->retry.setInterval(milliseconds);
}

} // namespace encore::ui
