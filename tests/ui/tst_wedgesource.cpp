// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/wedgesource.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace encore::ui;

namespace
{

constexpr quint32 x11Offset = 8;
const QString digits = QStringLiteral("1234567890");
const QString top = QStringLiteral("QWERTYUIOP");
const QString home = QStringLiteral("ASDFGHJKL");
const QString bottom = QStringLiteral("ZXCVBNM");

quint32 scanCode(QChar character)
{
    const std::array<std::pair<QString, quint32>, 4> rows = {{{digits, 2}, {top, 16}, {home, 30}, {bottom, 44}}};
    for (const auto& [row, first] : rows) {
        if (const qsizetype index = row.indexOf(character.toUpper()); index >= 0)
            return first + quint32(index);
    }
    return character == QLatin1Char(' ') ? 57U : 0U;
}

/// Sends keys to a window as the system does, with the system's time stamps: no waiting, no dependence on the machine's
/// speed.
class Keyboard
{
public:
    explicit Keyboard(QWindow* window) : m_window(window) { }

    void type(const QString& text, ulong gap)
    {
        for (const QChar character : text) {
            m_now += gap;
            const bool shift = character.isUpper();
            send(QEvent::KeyPress, character.toUpper().unicode(), shift ? Qt::ShiftModifier : Qt::NoModifier,
                QString(character), scanCode(character));
            send(QEvent::KeyRelease, character.toUpper().unicode(), shift ? Qt::ShiftModifier : Qt::NoModifier,
                QString(character), scanCode(character));
        }
    }
    void press(Qt::Key key, const QString& text, ulong gap)
    {
        m_now += gap;
        send(QEvent::KeyPress, key, Qt::NoModifier, text, 0);
        send(QEvent::KeyRelease, key, Qt::NoModifier, text, 0);
    }

private:
    void send(QEvent::Type type, int key, Qt::KeyboardModifiers modifiers, const QString& text, quint32 code)
    {
        QKeyEvent event(type, key, modifiers, code == 0 ? 0 : code + x11Offset, 0, 0, text);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_window, &event);
    }

    QWindow* m_window;
    ulong m_now = 100000;
};

/// A window like any other: a text field and a default button.
struct Form {
    Form()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(edit);
        layout->addWidget(other);
        layout->addWidget(button);
        window.show();
        window.activateWindow();
        edit->setFocus();
    }

    QWidget window;
    QLineEdit* edit = new QLineEdit;
    QLineEdit* other = new QLineEdit;
    QPushButton* button = new QPushButton(QStringLiteral("Buy"));
};

QString text(const QSignalSpy& spy, int index)
{
    return spy.at(index).at(0).value<ScanEvent>().text;
}

} // namespace

class tst_WedgeSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void burstLeavesTheFieldUntouched();
    void burstWithoutEnter();
    void burstOverASelection();
    void burstOnAButton();
    void typingArrives();
    void typingInOrderWithArrows();
    void typingThenScan();
    void focusThatMovesBetween();
    void pasteStays();
    void oneKeyShortcutsWait();
    void stopLetsGo();
    void onlyTheWatchedWindow();
    void windowGoneWhileHeld();
};

void tst_WedgeSource::burstLeavesTheFieldUntouched()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    QSignalSpy returnPressed(form.edit, &QLineEdit::returnPressed);
    QSignalSpy edited(form.edit, &QLineEdit::textEdited);
    source.start();
    QVERIFY(source.isActive());
    form.edit->setText(QStringLiteral("kim"));
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ABC 123 xyz"), 5);
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(text(scanned, 0), QStringLiteral("ABC 123 xyz"));
    QCOMPARE(scanned.at(0).at(0).value<ScanEvent>().origin, QStringLiteral("keyboard"));
    QCOMPARE(form.edit->text(), QStringLiteral("kim"));
    QCOMPARE(returnPressed.size(), 0);
    QCOMPARE(edited.size(), 0);
    QVERIFY(form.edit->hasFocus());
}

void tst_WedgeSource::burstWithoutEnter()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ABC123XYZ"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(text(scanned, 0), QStringLiteral("ABC123XYZ"));
    QCOMPARE(form.edit->text(), QString());
}

void tst_WedgeSource::burstOverASelection()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    form.edit->setText(QStringLiteral("selected"));
    form.edit->selectAll();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ABC123"), 5);
    keyboard.press(Qt::Key_Tab, QStringLiteral("\t"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(form.edit->text(), QStringLiteral("selected"));
    QCOMPARE(form.edit->selectedText(), QStringLiteral("selected"));
    QVERIFY(form.edit->hasFocus());
}

void tst_WedgeSource::burstOnAButton()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    QSignalSpy clicked(form.button, &QPushButton::clicked);
    source.start();
    form.button->setAutoDefault(true);
    form.button->setFocus();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("A B C 1 2 3"), 5); // a space presses a button
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(clicked.size(), 0);
    // A person's space still does.
    keyboard.press(Qt::Key_Space, QStringLiteral(" "), 500);
    QTRY_COMPARE(clicked.size(), 1);
}

void tst_WedgeSource::typingArrives()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    QSignalSpy returnPressed(form.edit, &QLineEdit::returnPressed);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("Kim Minji 2"), 110);
    QTRY_COMPARE(form.edit->text(), QStringLiteral("Kim Minji 2"));
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"), 110);
    QCOMPARE(returnPressed.size(), 1);
    QCOMPARE(scanned.size(), 0);
}

void tst_WedgeSource::typingInOrderWithArrows()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ac"), 50);
    keyboard.press(Qt::Key_Left, {}, 20); // overtakes nothing that is held
    keyboard.type(QStringLiteral("b"), 20);
    keyboard.press(Qt::Key_End, {}, 20);
    keyboard.press(Qt::Key_Backspace, QStringLiteral("\b"), 20);
    keyboard.type(QStringLiteral("d"), 20);
    QTRY_COMPARE(form.edit->text(), QStringLiteral("abd"));
}

void tst_WedgeSource::typingThenScan()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("kim"), 120);
    keyboard.type(QStringLiteral("A"), 100);
    keyboard.type(QStringLiteral("BC123XYZ"), 5);
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"), 5);
    keyboard.type(QStringLiteral("lee"), 200);
    QTRY_COMPARE(form.edit->text(), QStringLiteral("kimlee"));
    QCOMPARE(scanned.size(), 1);
    QCOMPARE(text(scanned, 0), QStringLiteral("ABC123XYZ"));
}

// Held keys go where the focus is when they are let go, as Tab goes through the same gate.
void tst_WedgeSource::focusThatMovesBetween()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ab"), 40);
    keyboard.press(Qt::Key_Tab, QStringLiteral("\t"), 40);
    keyboard.type(QStringLiteral("cd"), 40);
    QTRY_COMPARE(form.other->text(), QStringLiteral("cd"));
    QCOMPARE(form.edit->text(), QStringLiteral("ab"));
}

void tst_WedgeSource::pasteStays()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    QGuiApplication::clipboard()->setText(QStringLiteral("PASTED-123456"));
    QTest::keyClick(form.window.windowHandle(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form.edit->text(), QStringLiteral("PASTED-123456"));
    int fired = 0;
    QShortcut shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), &form.window);
    connect(&shortcut, &QShortcut::activated, this, [&fired] { ++fired; });
    QTest::keyClick(form.window.windowHandle(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(fired, 1);
    QCOMPARE(scanned.size(), 0);
}

void tst_WedgeSource::oneKeyShortcutsWait()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    form.button->setFocus();
    int fired = 0;
    QShortcut shortcut(QKeySequence(Qt::Key_E), &form.window);
    connect(&shortcut, &QShortcut::activated, this, [&fired] { ++fired; });
    WedgeSource source(qApp);
    QTest::keyClick(form.window.windowHandle(), Qt::Key_E);
    QCOMPARE(fired, 1);
    source.start();
    QTest::keyClick(form.window.windowHandle(), Qt::Key_E);
    QCOMPARE(fired, 1);
}

void tst_WedgeSource::stopLetsGo()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    QSignalSpy stateChanged(&source, &WedgeSource::stateChanged);
    source.start();
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("ab"), 5);
    QCOMPARE(form.edit->text(), QString());
    source.stop();
    QCOMPARE(form.edit->text(), QStringLiteral("ab"));
    QCOMPARE(stateChanged.size(), 2);
    keyboard.type(QStringLiteral("CDEFGH"), 5);
    QCOMPARE(form.edit->text(), QStringLiteral("abCDEFGH"));
    QCOMPARE(scanned.size(), 0);
}

void tst_WedgeSource::onlyTheWatchedWindow()
{
    Form watched;
    Form free;
    QVERIFY(QTest::qWaitForWindowActive(&free.window));
    WedgeSource source(&watched.window);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    Keyboard(free.window.windowHandle()).type(QStringLiteral("ABC123"), 5);
    QCOMPARE(free.edit->text(), QStringLiteral("ABC123"));
    Keyboard keyboard(watched.window.windowHandle());
    keyboard.type(QStringLiteral("DEF456"), 5);
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(watched.edit->text(), QString());
}

void tst_WedgeSource::windowGoneWhileHeld()
{
    WedgeSource source(qApp);
    QSignalSpy scanned(&source, &WedgeSource::scanned);
    source.start();
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        Keyboard(form.window.windowHandle()).type(QStringLiteral("ab"), 5);
    }
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    Keyboard keyboard(form.window.windowHandle());
    keyboard.type(QStringLiteral("A"), 10000);
    keyboard.type(QStringLiteral("BC123"), 5);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(text(scanned, 0), QStringLiteral("ABC123"));
}

QTEST_MAIN(tst_WedgeSource)
#include "tst_wedgesource.moc"
