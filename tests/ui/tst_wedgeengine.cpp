// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/wedgeengine.h"

#include <QFile>
#include <QTest>

using namespace encore::ui;

namespace
{

/// What a layout makes of the US keys, in the order of usKeys below. Source: the symbols files of xkeyboard-config (fr,
/// kr).
struct Layout {
    QString plain;
    QString shifted;
};

const QString usPlain = QStringLiteral("1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./ ");
const QString usShifted = QStringLiteral("!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"~|ZXCVBNM<>? ");
const Layout us{usPlain, usShifted};
const Layout french{QStringLiteral("&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù²*wxcvbn,;:! "),
    QStringLiteral("1234567890°+AZERTYUIOP¨£QSDFGHJKLM%~µWXCVBN?./§ ")};
const Layout korean{QStringLiteral("1234567890-=ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ[]ㅁㄴㅇㄹㅎㅗㅓㅏㅣ;'`\\ㅋㅌㅊㅍㅠㅜㅡ,./ "),
    QStringLiteral("!@#$%^&*()_+ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ{}ㅁㄴㅇㄹㅎㅗㅓㅏㅣ:\"~|ㅋㅌㅊㅍㅠㅜㅡ<>? ")};

quint32 scanCodeAt(qsizetype index)
{
    if (index < 12)
        return quint32(index) + 2;
    if (index < 24)
        return quint32(index) + 4;
    if (index < 36)
        return quint32(index) + 6;
    if (index < 47)
        return quint32(index) + 7;
    return 57;
}

struct Keystroke {
    quint32 scanCode;
    bool shift;
    QString text;
};

/// The key a keyboard with @p device's layout presses for a character, and what a system with @p system's layout makes
/// of it.
Keystroke keystroke(QChar character, const Layout& device, const Layout& system)
{
    const qsizetype plain = device.plain.indexOf(character);
    const bool shift = plain < 0;
    const qsizetype index = shift ? device.shifted.indexOf(character) : plain;
    Q_ASSERT(index >= 0);
    return {scanCodeAt(index), shift, QString(shift ? system.shifted.at(index) : system.plain.at(index))};
}

/// Runs a script against the engine with a clock of its own and keeps the books: every event delivered or discarded,
/// once, in order.
class Desk
{
public:
    void scan(const QString& variant, qint64 gap, const QString& text)
    {
        for (qsizetype index = 0; index < text.size(); ++index) {
            if (index > 0)
                wait(gap);
            Keystroke stroke = keystroke(text.at(index), variant == QLatin1String("frfr") ? french : us,
                variant.startsWith(QLatin1String("fr")) ? french
                    : variant == QLatin1String("kr")    ? korean
                                                        : us);
            if (variant == QLatin1String("caps"))
                stroke.text = stroke.text.at(0).isUpper() ? stroke.text.toLower() : stroke.text.toUpper();
            if (variant == QLatin1String("raw"))
                stroke.scanCode = 0;
            if (stroke.shift)
                event(Qt::Key_Shift, 42, {}, true, Qt::NoModifier);
            press(stroke);
            release(stroke);
            if (stroke.shift)
                event(Qt::Key_Shift, 42, {}, false, Qt::ShiftModifier);
        }
    }

    // A person is still on one key when the next one goes down.
    void type(qint64 gap, const QString& text)
    {
        std::optional<Keystroke> down;
        for (qsizetype index = 0; index < text.size(); ++index) {
            if (index > 0)
                wait(gap);
            const Keystroke stroke = keystroke(text.at(index), us, us);
            if (stroke.shift)
                event(Qt::Key_Shift, 42, {}, true, Qt::NoModifier);
            press(stroke);
            if (stroke.shift)
                event(Qt::Key_Shift, 42, {}, false, Qt::ShiftModifier);
            if (down)
                release(*down);
            down = stroke;
        }
        if (down)
            release(*down);
    }

    void key(const QString& name)
    {
        const bool control = name.startsWith(QLatin1String("Ctrl+"));
        const QHash<QString, int> keys{{QStringLiteral("Enter"), Qt::Key_Return}, {QStringLiteral("Tab"), Qt::Key_Tab},
            {QStringLiteral("Backspace"), Qt::Key_Backspace}, {QStringLiteral("F5"), Qt::Key_F5},
            {QStringLiteral("Ctrl+V"), Qt::Key_V}};
        Q_ASSERT(keys.contains(name));
        const Qt::KeyboardModifiers modifiers = control ? Qt::ControlModifier : Qt::NoModifier;
        event(keys.value(name), 0, control ? QString() : QStringLiteral("\r"), true, modifiers,
            QLatin1Char('[') + name + QLatin1Char(']'));
        event(keys.value(name), 0, {}, false, modifiers);
    }

    void repeat(QChar character, int count)
    {
        const Keystroke stroke = keystroke(character, us, us);
        press(stroke);
        wait(400);
        for (int index = 0; index < count; ++index) {
            event(character.toUpper().unicode(), stroke.scanCode, {}, false, Qt::NoModifier, {}, true);
            event(character.toUpper().unicode(), stroke.scanCode, stroke.text, true, Qt::NoModifier, stroke.text, true);
            wait(30);
        }
        release(stroke);
    }

    void wait(qint64 milliseconds)
    {
        const qint64 until = m_now + milliseconds;
        if (const std::optional<int> due = m_engine.pauseDueMs(); due && m_lastPress + *due < until)
            carryOut(m_engine.pause());
        m_now = until;
    }

    void run(const QString& script);

    QString codes;
    QString delivered;
    int handed = 0;
    int answered = 0;
    bool inOrder = true;
    bool releasesMatch = true;

private:
    struct Event {
        int number;
        QString shown;
        int key;
        bool isPress;
    };

    void press(const Keystroke& stroke)
    {
        event(stroke.text.at(0).toUpper().unicode(), stroke.scanCode, stroke.text, true,
            stroke.shift ? Qt::ShiftModifier : Qt::NoModifier, stroke.text);
    }
    void release(const Keystroke& stroke)
    {
        event(stroke.text.at(0).toUpper().unicode(), stroke.scanCode, stroke.text, false,
            stroke.shift ? Qt::ShiftModifier : Qt::NoModifier);
    }

    void event(int key, quint32 scanCode, const QString& text, bool isPress, Qt::KeyboardModifiers modifiers,
        const QString& shown = {}, bool isRepeat = false)
    {
        const Event now{handed++, shown, key, isPress};
        const WedgeEngine::Decision decision
            = m_engine.handle({m_now, key, modifiers, scanCode, text, isPress, isRepeat});
        carryOut(decision);
        if (decision.now == WedgeEngine::Now::Hold)
            m_held.append(now);
        else if (decision.now == WedgeEngine::Now::Deliver)
            deliver(now);
        else
            ++answered;
        if (isPress)
            m_lastPress = m_now;
    }

    void carryOut(const WedgeEngine::Decision& decision)
    {
        if (decision.held == WedgeEngine::Held::Deliver) {
            for (const Event& held : std::as_const(m_held))
                deliver(held);
            m_held.clear();
        } else if (decision.held == WedgeEngine::Held::Discard) {
            answered += int(m_held.size());
            m_held.clear();
        }
        if (decision.code)
            codes += QLatin1Char('<') + *decision.code + QLatin1Char('>');
    }

    void deliver(const Event& one)
    {
        ++answered;
        inOrder = inOrder && one.number > m_lastDelivered && (m_held.isEmpty() || one.number <= m_held.last().number);
        m_lastDelivered = one.number;
        delivered += one.shown;
        if (one.key == Qt::Key_Shift)
            return;
        if (one.isPress)
            m_down.insert(one.key);
        else
            releasesMatch = m_down.remove(one.key) && releasesMatch;
    }

    WedgeEngine m_engine;
    QList<Event> m_held;
    QSet<int> m_down;
    qint64 m_now = 1000;
    qint64 m_lastPress = 0;
    int m_lastDelivered = -1;
};

void Desk::run(const QString& script)
{
    const QStringList steps = script.split(QStringLiteral(" | "));
    for (const QString& step : steps) {
        const QString verb = step.section(QLatin1Char(' '), 0, 0);
        const QString first = step.section(QLatin1Char(' '), 1, 1);
        const QString rest = step.section(QLatin1Char(' '), 2);
        if (verb.startsWith(QLatin1String("scan")))
            scan(verb.section(QLatin1Char('.'), 1), first.toInt(), rest);
        else if (verb == QLatin1String("type"))
            type(first.toInt(), rest);
        else if (verb == QLatin1String("key"))
            key(first);
        else if (verb == QLatin1String("wait"))
            wait(first.toInt());
        else if (verb == QLatin1String("repeat"))
            repeat(first.at(0), rest.toInt());
        else
            QFAIL(qPrintable(QLatin1String("unknown step: ") + step));
    }
}

} // namespace

class tst_WedgeEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void longCode();
    void tooLongIsCut();
    void typingNeverLagsFarBehind();
    void resetLetsGo();
    void shortcutsWait();
    void usKeys();
};

void tst_WedgeEngine::tells_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("delivered");
    QFile file(QStringLiteral(ENCORE_TEST_DATA "/wedge.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        line.chop(1);
        if (line.startsWith('#'))
            continue;
        const QStringList cells = QString::fromUtf8(line).split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), 4);
        QTest::newRow(qPrintable(cells.at(0))) << cells.at(1) << cells.at(2) << cells.at(3);
    }
}

void tst_WedgeEngine::tells()
{
    QFETCH(QString, script);
    QFETCH(QString, codes);
    QFETCH(QString, delivered);
    Desk desk;
    desk.run(script);
    QCOMPARE(desk.codes, codes);
    QCOMPARE(desk.delivered, delivered);
    QCOMPARE(desk.answered, desk.handed);
    QVERIFY(desk.inOrder);
    QVERIFY(desk.releasesMatch);
}

void tst_WedgeEngine::longCode()
{
    QString code = QStringLiteral("ENC1:");
    while (code.size() < 300)
        code += QStringLiteral("6BF+70790 T9WJWG.F-J0");
    code.truncate(300);
    for (const QString& variant : {QString(), QStringLiteral("kr"), QStringLiteral("fr")}) {
        Desk desk;
        desk.scan(variant, 2, code);
        desk.wait(2);
        desk.key(QStringLiteral("Enter"));
        QCOMPARE(desk.codes, QString(QLatin1Char('<') + code + QLatin1Char('>')));
        QCOMPARE(desk.delivered, QString());
    }
}

void tst_WedgeEngine::tooLongIsCut()
{
    Desk desk;
    desk.scan({}, 0, QString(WedgeEngine::longestCode + 500, QLatin1Char('A')));
    desk.wait(200);
    QCOMPARE(desk.codes.size(), WedgeEngine::longestCode + 2);
    QCOMPARE(desk.delivered, QString());
}

void tst_WedgeEngine::typingNeverLagsFarBehind()
{
    Desk desk;
    const QString text = QStringLiteral("the quick brown fox jumps");
    for (int index = 0; index < text.size(); ++index) {
        desk.type(0, QString(text.at(index)));
        QVERIFY(index + 1 - desk.delivered.size() <= WedgeEngine::leastCharacters);
        desk.wait(45);
    }
}

void tst_WedgeEngine::resetLetsGo()
{
    WedgeEngine engine;
    QVERIFY(engine.handle({0, Qt::Key_A, {}, 30, QStringLiteral("a"), true, false}).now == WedgeEngine::Now::Hold);
    QVERIFY(engine.pauseDueMs() == WedgeEngine::longestGapMs);
    QVERIFY(engine.reset().held == WedgeEngine::Held::Deliver);
    QVERIFY(!engine.pauseDueMs());
    QVERIFY(engine.reset().held == WedgeEngine::Held::Keep);
}

void tst_WedgeEngine::shortcutsWait()
{
    const WedgeEngine engine;
    QVERIFY(engine.claims({0, Qt::Key_E, Qt::ShiftModifier, 18, QStringLiteral("E"), true, false}));
    QVERIFY(!engine.claims({0, Qt::Key_V, Qt::ControlModifier, 47, QStringLiteral("\x16"), true, false}));
    QVERIFY(!engine.claims({0, Qt::Key_F, Qt::AltModifier, 33, QStringLiteral("f"), true, false}));
    QVERIFY(!engine.claims({0, Qt::Key_F5, {}, 63, {}, true, false}));
    QVERIFY(!engine.claims({0, Qt::Key_Return, {}, 28, QStringLiteral("\r"), true, false}));
}

void tst_WedgeEngine::usKeys()
{
    for (qsizetype index = 0; index < usPlain.size(); ++index) {
        QCOMPARE(usCharacter(scanCodeAt(index), false), usPlain.at(index));
        QCOMPARE(usCharacter(scanCodeAt(index), true), usShifted.at(index));
    }
    QCOMPARE(usCharacter(79, false), QLatin1Char('1')); // keypad
    for (const quint32 none : {0U, 1U, 14U, 15U, 28U, 29U, 42U, 54U, 58U, 59U, 103U, 0xffffffffU})
        QVERIFY(usCharacter(none, false).isNull());
}

QTEST_GUILESS_MAIN(tst_WedgeEngine)
#include "tst_wedgeengine.moc"
