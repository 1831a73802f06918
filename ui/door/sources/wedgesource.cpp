// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/wedgesource.h"

#include "sources/wedgeengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <QWindow>

namespace encore::ui
{

/// Holds the events back and lets them go; what becomes of them is the engine's word.
///
/// It works where keys enter the program, at the QWindow: there each key passes once, whatever has the focus.
class WedgeSource::Filter
{
public:
    Filter(WedgeSource* source, QObject* watchedObject);

    [[nodiscard]] bool takes(const QObject* receiver, const QEvent* event) const;
    [[nodiscard]] bool handleKey(QWindow* window, const QKeyEvent& event);
    [[nodiscard]] bool handleShortcut(QKeyEvent& event) const;
    /// Forgets the timing and lets go of what is held.
    void reset();

    WedgeSource* q;
    QPointer<QObject> watched;
    bool active = false;

private:
    struct HeldEvent {
        QPointer<QWindow> window;
        std::unique_ptr<QEvent> event;
    };

    [[nodiscard]] WedgeKey wedgeKey(const QKeyEvent& event) const;
    void carryOut(const WedgeEngine::Decision& decision);
    void deliverAll();
    void startTimer();
    void timeOut();

    WedgeEngine m_engine;
    std::vector<HeldEvent> m_held;
    QElapsedTimer m_clock;
    QTimer m_timer;
    bool m_secondLook = false;
    const QEvent* m_delivering = nullptr; // it passes its own filter
};

WedgeSource::Filter::Filter(WedgeSource* source, QObject* watchedObject) : q(source), watched(watchedObject)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, source, [this] { timeOut(); });
}

bool WedgeSource::Filter::takes(const QObject* receiver, const QEvent* event) const
{
    if (!active || event == m_delivering || !receiver->isWindowType())
        return false;
    if (const auto* widget = qobject_cast<const QWidget*>(watched.data()))
        return widget->window()->windowHandle() == receiver;
    return qobject_cast<QCoreApplication*>(watched.data()) || watched == receiver;
}

WedgeKey WedgeSource::Filter::wedgeKey(const QKeyEvent& event) const
{
    // X11 and Wayland count their key codes from 8 above evdev's; Windows has the same numbers as evdev.
    static const quint32 offset = QGuiApplication::platformName() == QLatin1String("windows") ? 0 : 8;
    WedgeKey key;
    // The time the system gave the event, not the time it got here: a busy window must not turn a burst into typing.
    key.at = event.timestamp() != 0 ? qint64(event.timestamp()) : m_clock.elapsed();
    key.key = event.key();
    key.modifiers = event.modifiers();
    key.scanCode = event.nativeScanCode() > offset ? event.nativeScanCode() - offset : 0;
    key.text = event.text();
    key.isPress = event.type() != QEvent::KeyRelease;
    key.isAutoRepeat = event.isAutoRepeat();
    return key;
}

bool WedgeSource::Filter::handleKey(QWindow* window, const QKeyEvent& event)
{
    const WedgeEngine::Decision decision = m_engine.handle(wedgeKey(event));
    carryOut(decision);
    if (decision.now == WedgeEngine::Now::Hold)
        m_held.push_back({window, std::unique_ptr<QEvent>(event.clone())});
    if (event.type() == QEvent::KeyPress)
        startTimer();
    return decision.now != WedgeEngine::Now::Deliver;
}

bool WedgeSource::Filter::handleShortcut(QKeyEvent& event) const
{
    if (!m_engine.claims(wedgeKey(event)))
        return false;
    event.accept(); // "no shortcut, please": it comes back as a key press
    return true;
}

void WedgeSource::Filter::reset()
{
    m_timer.stop();
    carryOut(m_engine.reset());
}

void WedgeSource::Filter::carryOut(const WedgeEngine::Decision& decision)
{
    if (decision.held == WedgeEngine::Held::Discard)
        m_held.clear();
    else if (decision.held == WedgeEngine::Held::Deliver)
        deliverAll();
    if (!decision.code)
        return;
    // Queued, as whoever listens may close the very window whose event is being filtered.
    QMetaObject::invokeMethod(
        q,
        [source = q, code = *decision.code] {
            if (source->isActive())
                Q_EMIT source->scanned({code, QStringLiteral("keyboard"), {}, 0, 1});
        },
        Qt::QueuedConnection);
}

void WedgeSource::Filter::deliverAll()
{
    const std::vector<HeldEvent> events = std::exchange(m_held, {});
    for (const HeldEvent& held : events) {
        m_delivering = held.event.get();
        if (held.window)
            QCoreApplication::sendEvent(held.window, held.event.get());
    }
    m_delivering = nullptr;
}

void WedgeSource::Filter::startTimer()
{
    m_secondLook = false;
    if (const std::optional<int> due = m_engine.pauseDueMs())
        m_timer.start(*due);
    else
        m_timer.stop();
}

// After a busy moment the timer may be ahead of keys that wait in the system's queue, so they get one turn more.
void WedgeSource::Filter::timeOut()
{
    if (!m_secondLook) {
        m_secondLook = true;
        m_timer.start(1);
        return;
    }
    carryOut(m_engine.pause());
}

WedgeSource::WedgeSource(QObject* watched, QObject* parent)
    : ScanSource(parent), m_filter(std::make_unique<Filter>(this, watched))
{
}

WedgeSource::~WedgeSource() = default;

QString WedgeSource::label() const
{
    return tr("Scanner (as a keyboard)");
}

bool WedgeSource::isActive() const
{
    return m_filter->active;
}

void WedgeSource::start()
{
    if (m_filter->active || !m_filter->watched)
        return;
    m_filter->active = true;
    // Always at the application: a widget gets its window later, and gets a new one when it becomes full screen on some
    // systems.
    QCoreApplication::instance()->installEventFilter(this);
    Q_EMIT stateChanged();
}

void WedgeSource::stop()
{
    if (!m_filter->active)
        return;
    QCoreApplication::instance()->removeEventFilter(this);
    m_filter->reset();
    m_filter->active = false;
    Q_EMIT stateChanged();
}

bool WedgeSource::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if ((type != QEvent::KeyPress && type != QEvent::KeyRelease && type != QEvent::ShortcutOverride)
        || !m_filter->takes(watched, event))
        return false;
    auto* keyEvent = static_cast<QKeyEvent*>(event);
    if (type == QEvent::ShortcutOverride)
        return m_filter->handleShortcut(*keyEvent);
    return m_filter->handleKey(qobject_cast<QWindow*>(watched), *keyEvent);
}

} // namespace encore::ui
