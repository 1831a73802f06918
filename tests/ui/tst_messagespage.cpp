// SPDX-License-Identifier: GPL-3.0-or-later

// An admin says how letters leave the house, looks at what became of them and sends one again; with real keys and mouse clicks, on a real
// workspace.

#include "fakeletters.h"
#include "screendriver.h"
#include "support/salesdesk.h"
#include "ui/common/languageswitcher.h"
#include "ui/home/homepage.h"
#include "ui/messages/messagespage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace encore;
using namespace encore::tests;
using Secret = ui::LetterService::Secret;

class tst_MessagesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void settingsByKeysAlone();
    void nastySettingsAreToldAtTheirField_data();
    void nastySettingsAreToldAtTheirField();
    void thePasswordIsNeverShown();
    void whatCannotBeKeptChangesNothing();
    void theWebhookIsSetAndCleared();
    void nastyUrlsAreToldAtTheField_data();
    void nastyUrlsAreToldAtTheField();
    void aTestGoesOut();
    void aFailedLetterIsSentAgain();
    void homeSendsAgainTheSameWay();
    void statesAreFiltered();
    void whoMayNotIsOfferedNothing_data();
    void whoMayNotIsOfferedNothing();
    void aDeskSaysWhatItCannotKnow();

private:
    [[nodiscard]] commands::OutgoingSettings::Row settings();
    [[nodiscard]] std::vector<commands::Messages::Row> messages();
    void paste(const char* name, const QString& text);
    void fail(const char* reason);
    void choose(int row);
    /// Whether the fault is shown right below a field of its dialog.
    [[nodiscard]] bool isBelow(const char* fault, const char* field);
    void become(domain::Role role);

    std::unique_ptr<SalesDesk> m_desk;
    std::unique_ptr<LiveServices> m_live;
    FakeLetterService m_letters;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::LanguageSwitcher> m_languages;
    std::unique_ptr<ui::MessagesPage> m_page;
};

void tst_MessagesPage::init()
{
    m_letters.kept.clear();
    m_letters.fails.reset();
    m_desk = std::make_unique<SalesDesk>();
    m_live = std::make_unique<LiveServices>(*m_desk);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->apply(ui::ThemeKind::Light);
    m_languages = std::make_unique<ui::LanguageSwitcher>();
    m_languages->apply(domain::Language::English);
    m_page = std::make_unique<ui::MessagesPage>(m_live->services, m_letters, *m_theme);
    m_page->resize(1280, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
}

void tst_MessagesPage::cleanup()
{
    m_page.reset();
    settle();
}

commands::OutgoingSettings::Row tst_MessagesPage::settings()
{
    const auto rows = commands::OutgoingSettings{}.ask({m_desk->reader(), m_desk->clock.now(), false});
    return rows && !rows->empty() ? rows->front() : commands::OutgoingSettings::Row();
}

std::vector<commands::Messages::Row> tst_MessagesPage::messages()
{
    const auto rows = commands::Messages{}.ask({m_desk->reader(), m_desk->clock.now(), false});
    return rows ? *rows : std::vector<commands::Messages::Row>();
}

void tst_MessagesPage::paste(const char* name, const QString& text)
{
    auto* field = find<QLineEdit>(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    settle();
}

/// The mail server says no to the newest letter.
void tst_MessagesPage::fail(const char* reason)
{
    const QByteArray id = messages().front().messageId.text().toLatin1();
    QCOMPARE(m_desk->give("RecordMessage", "{\"message_id\":\"" + id + "\",\"result\":\"failed\",\"reason\":\"" + reason + "\"}"), QByteArray());
    m_page->reload();
    settle();
}

void tst_MessagesPage::choose(int row)
{
    auto* table = find<QTableView>("messagesTableView");
    QVERIFY(table && row < table->model()->rowCount());
    const QRect cell = table->visualRect(table->model()->index(row, 2));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    settle();
}

bool tst_MessagesPage::isBelow(const char* fault, const char* field)
{
    auto* label = find<QLabel>(fault);
    auto* control = find<QLineEdit>(field);
    if (!label || !control || !label->isVisible())
        return false;
    const int distance = label->geometry().top() - control->geometry().bottom();
    return distance > 0 && distance <= 2 * ui::Theme::grid;
}

void tst_MessagesPage::become(domain::Role role)
{
    ui::SyncStatus status;
    status.isDesk = status.isRunning = true;
    status.server = QStringLiteral("https://house.example.org");
    status.role = role;
    m_live->sync.become(status);
    m_page->reload();
    settle();
}

void tst_MessagesPage::settingsByKeysAlone()
{
    QVERIFY(shown("mailTextLabel").startsWith(QStringLiteral("No letter leaves the house")));
    QVERIFY(!find<QPushButton>("testLetterButton")->isEnabled());
    auto* button = find<QPushButton>("mailSettingsButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    settle();
    const auto next = [](const char* expected) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        settle();
        QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1String(expected));
    };
    const auto write = [](const char* text) { QTest::keyClicks(QApplication::focusWidget(), QLatin1String(text)); };
    find<QLineEdit>("mailHostLineEdit")->setFocus();
    write("smtp.example.org");
    next("mailPortLineEdit");
    write("465"); // Tab has chosen what stood there
    next("mailSecurityComboBox");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    next("mailUserLineEdit");
    write("box");
    next("mailSecretLineEdit");
    write("right one");
    next("mailFromNameLineEdit");
    write("Hana Hall");
    next("mailFromAddressLineEdit");
    write("box@hall.example");
    next("mailLanguageComboBox");
    next("mailCancelButton");
    next("mailConfirmButton");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settle();
    const store::MailSettings expected{QStringLiteral("smtp.example.org"), 465, store::MailSecurity::Tls, QStringLiteral("box"), QStringLiteral("box@hall.example"),
                                       QStringLiteral("Hana Hall"), domain::Language::Korean};
    QCOMPARE(settings().mail, expected);
    QCOMPARE(m_letters.kept[Secret::MailPassword], QStringLiteral("right one"));
    QCOMPARE(shown("mailTextLabel"), QStringLiteral("By smtp.example.org:465, TLS  ·  from Hana Hall <box@hall.example>  ·  box signs in, password set"));
    QVERIFY(find<QPushButton>("testLetterButton")->isEnabled());
}

void tst_MessagesPage::nastySettingsAreToldAtTheirField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* typed, const char* words) {
        QTest::newRow(name) << QByteArray(field) << QString::fromUtf8(typed) << QString::fromUtf8(words);
    };
    row("port 0", "mailPortLineEdit", "0", "0 is not a port");
    row("port 99999", "mailPortLineEdit", "99999", "99999 is not a port");
    row("port of letters", "mailPortLineEdit", "smtp", "smtp is not a port");
    row("negative port", "mailPortLineEdit", "-1", "-1 is not a port");
    row("port beyond numbers", "mailPortLineEdit", "99999999999999999999", "9999999999999999 is not a port");
    row("server with a path", "mailHostLineEdit", "smtp.example.org/x", "is not the name of a server");
    row("server of two lines", "mailHostLineEdit", "smtp.example.org\r\nQUIT", "is not the name of a server");
    row("address without @", "mailFromAddressLineEdit", "box.hall.example", "is not an e-mail address");
    row("address of two lines", "mailFromAddressLineEdit", "box@hall.example\nBcc: victim@example.org", "is not an e-mail address");
    row("sender of two lines", "mailFromNameLineEdit", "Hall\nBcc: victim@example.org", "A name stands on one line");
    row("user of two lines", "mailUserLineEdit", "box\nQUIT", "A name stands on one line");
}

void tst_MessagesPage::nastySettingsAreToldAtTheirField()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    QFETCH(QString, words);
    click("mailSettingsButton");
    type("mailHostLineEdit", QStringLiteral("smtp.example.org"));
    type("mailUserLineEdit", QStringLiteral("box"));
    type("mailSecretLineEdit", QStringLiteral("right one"));
    type("mailFromAddressLineEdit", QStringLiteral("box@hall.example"));
    QVERIFY(!find<QLabel>("mailFaultLabel")->isVisible());
    paste(field.constData(), typed);
    QVERIFY2(shown("mailFaultLabel").contains(words), qPrintable(shown("mailFaultLabel")));
    QVERIFY(isBelow("mailFaultLabel", field.constData()));
    QVERIFY(!find<QPushButton>("mailConfirmButton")->isEnabled());
    QTest::keyClick(find<QLineEdit>(field.constData()), Qt::Key_Return);
    settle();
    QCOMPARE(settings().mail, store::MailSettings());
    QVERIFY(m_letters.kept.empty());
    click("mailCancelButton");
    QCOMPARE(settings().mail, store::MailSettings());
}

void tst_MessagesPage::thePasswordIsNeverShown()
{
    m_letters.kept[Secret::MailPassword] = QStringLiteral("right one");
    QCOMPARE(m_desk->give("SetMailSettings", R"({"host":"smtp.example.org","user_name":"box","from_address":"box@hall.example"})"), QByteArray());
    m_page->reload();
    settle();
    click("mailSettingsButton");
    auto* secret = find<QLineEdit>("mailSecretLineEdit");
    QCOMPARE(secret->text(), QString());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QCOMPARE(secret->placeholderText(), QStringLiteral("Set; empty: it stays"));
    click("mailConfirmButton");
    QCOMPARE(m_letters.kept[Secret::MailPassword], QStringLiteral("right one")); // empty: it stays
    click("mailSettingsButton");
    click("mailForgetCheckBox");
    QVERIFY(!find<QLineEdit>("mailSecretLineEdit")->isEnabled());
    click("mailConfirmButton");
    QCOMPARE(shown("mailFaultLabel"), QStringLiteral("Whoever signs in needs a password."));
    QVERIFY(isBelow("mailFaultLabel", "mailSecretLineEdit"));
    type("mailUserLineEdit", QString());
    click("mailConfirmButton");
    QVERIFY(m_letters.kept.empty());
    QVERIFY(shown("mailTextLabel").endsWith(QStringLiteral("nobody signs in")));
}

void tst_MessagesPage::whatCannotBeKeptChangesNothing()
{
    m_letters.fails = domain::error(domain::ErrorCode::MissingKey, domain::message("secrets.nowhere"));
    click("mailSettingsButton");
    type("mailHostLineEdit", QStringLiteral("smtp.example.org"));
    type("mailUserLineEdit", QStringLiteral("box"));
    type("mailSecretLineEdit", QStringLiteral("right one"));
    type("mailFromAddressLineEdit", QStringLiteral("box@hall.example"));
    click("mailConfirmButton");
    QVERIFY(shown("mailFaultLabel").startsWith(QStringLiteral("No keychain runs here")));
    QVERIFY(isBelow("mailFaultLabel", "mailSecretLineEdit"));
    QCOMPARE(settings().mail, store::MailSettings());
}

void tst_MessagesPage::theWebhookIsSetAndCleared()
{
    QCOMPARE(shown("webhookTextLabel"), QStringLiteral("Nobody is told what was done in the house."));
    click("webhookButton");
    type("webhookUrlLineEdit", QStringLiteral("https://example.org/encore"));
    click("webhookConfirmButton");
    QCOMPARE(shown("webhookFaultLabel"), QStringLiteral("Without a key nobody is told."));
    QVERIFY(isBelow("webhookFaultLabel", "webhookSecretLineEdit"));
    type("webhookSecretLineEdit", QStringLiteral("sign with this"));
    click("webhookConfirmButton");
    QCOMPARE(settings().webhookUrl, QStringLiteral("https://example.org/encore"));
    QCOMPARE(m_letters.kept[Secret::WebhookKey], QStringLiteral("sign with this"));
    const qint64 logged = settings().logged;
    QVERIFY2(shown("webhookTextLabel").contains(QStringLiteral("told up to line %1 of %2").arg(logged - 1).arg(logged)), qPrintable(shown("webhookTextLabel")));
    QVERIFY(m_desk->executor->runTogether({[&](store::UnitOfWork& work) {
        store::OutgoingWriter(work).put(store::webhookRelay, {logged - 1, QStringLiteral("The webhook did not take what it was told: 503")});
        return work.status();
    }}).front());
    m_page->reload();
    settle();
    QVERIFY(shown("webhookTextLabel").contains(QStringLiteral("503 It is tried again by itself, within five minutes.")));
    click("webhookButton");
    type("webhookUrlLineEdit", QString());
    click("webhookForgetCheckBox");
    click("webhookConfirmButton");
    QCOMPARE(settings().webhookUrl, QString());
    QVERIFY(m_letters.kept.empty());
}

void tst_MessagesPage::nastyUrlsAreToldAtTheField_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    QTest::newRow("ftp") << QStringLiteral("ftp://example.org/encore") << QStringLiteral("not the URL of a webhook");
    QTest::newRow("words") << QStringLiteral("tell my friend") << QStringLiteral("not the URL of a webhook");
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << QStringLiteral("not the URL of a webhook");
    QTest::newRow("in the open") << QStringLiteral("http://example.org/encore") << QStringLiteral("Without https");
    QTest::newRow("password") << QStringLiteral("https://me:secret@example.org/") << QStringLiteral("no place for a password");
    QTest::newRow("two lines") << QStringLiteral("https://example.org/\r\nHost: victim") << QStringLiteral("not the URL of a webhook");
}

void tst_MessagesPage::nastyUrlsAreToldAtTheField()
{
    QFETCH(QString, url);
    QFETCH(QString, words);
    m_letters.kept[Secret::WebhookKey] = QStringLiteral("sign with this");
    m_page->reload();
    settle();
    click("webhookButton");
    paste("webhookUrlLineEdit", url);
    QVERIFY2(shown("webhookFaultLabel").contains(words), qPrintable(shown("webhookFaultLabel")));
    QVERIFY(isBelow("webhookFaultLabel", "webhookUrlLineEdit"));
    QVERIFY(!find<QPushButton>("webhookConfirmButton")->isEnabled());
    click("webhookCancelButton");
    QCOMPARE(settings().webhookUrl, QString());
}

void tst_MessagesPage::aTestGoesOut()
{
    QCOMPARE(m_desk->give("SetMailSettings", R"({"host":"smtp.example.org","from_address":"box@hall.example"})"), QByteArray());
    m_page->reload();
    settle();
    click("testLetterButton");
    QVERIFY(!find<QPushButton>("testLetterConfirmButton")->isEnabled());
    type("testLetterEmailLineEdit", QStringLiteral("me.example.org"));
    QCOMPARE(shown("testLetterFaultLabel"), QStringLiteral("“me.example.org” is not an e-mail address."));
    QVERIFY(isBelow("testLetterFaultLabel", "testLetterEmailLineEdit"));
    type("testLetterEmailLineEdit", QStringLiteral("me@example.org"));
    click("testLetterConfirmButton");
    QCOMPARE(messages().size(), size_t(1));
    auto* table = find<QTableView>("messagesTableView");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QString expected[] = {QStringLiteral("Test"), QStringLiteral("me@example.org"), QStringLiteral("waiting")};
    for (int column = 1; column < 4; ++column)
        QCOMPARE(table->model()->index(0, column).data().toString(), expected[column - 1]);
    choose(0);
    QCOMPARE(shown("messageHeadingLabel"), QStringLiteral("Test to me@example.org"));
    QCOMPARE(find<QPlainTextEdit>("messageTextEdit")->toPlainText(), m_letters.letter.text);
    QVERIFY(!find<QPushButton>("messageAgainButton")->isVisible()); // it waits
}

void tst_MessagesPage::aFailedLetterIsSentAgain()
{
    QCOMPARE(m_desk->give("SendTestMessage", R"({"email":"kim@exmaple.org"})"), QByteArray());
    fail("550 no such user");
    choose(0);
    QCOMPARE(shown("messageReasonLabel"), QStringLiteral("550 no such user"));
    QVERIFY(shown("messageStandingLabel").startsWith(QStringLiteral("failed")));
    click("messageAgainButton");
    QVERIFY(shown("sendAgainTextLabel").contains(QStringLiteral("550 no such user")));
    paste("sendAgainEmailLineEdit", QStringLiteral("kim@example.org\nBcc: victim@example.org"));
    QVERIFY(isBelow("sendAgainFaultLabel", "sendAgainEmailLineEdit"));
    QVERIFY(!find<QPushButton>("sendAgainConfirmButton")->isEnabled());
    type("sendAgainEmailLineEdit", QStringLiteral("kim@example.org"));
    QTest::keyClick(find<QLineEdit>("sendAgainEmailLineEdit"), Qt::Key_Return);
    settle();
    QCOMPARE(messages().front().recipient, QStringLiteral("kim@example.org"));
    QCOMPARE(messages().front().state, store::MessageState::Waiting);
    QTRY_VERIFY(shown("messageHeadingLabel").endsWith(QStringLiteral("kim@example.org")));
    QVERIFY(!find<QPushButton>("messageAgainButton")->isVisible());
}

void tst_MessagesPage::homeSendsAgainTheSameWay()
{
    QCOMPARE(m_desk->give("SendTestMessage", R"({"email":"kim@exmaple.org"})"), QByteArray());
    fail("550 no such user");
    m_page->hide();
    ui::HomePage home(m_live->services, *m_theme);
    home.resize(1280, 800);
    home.setVisible(true);
    home.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&home));
    home.reload();
    settle();
    click("home1Button");
    type("sendAgainEmailLineEdit", QStringLiteral("kim@example.org"));
    click("sendAgainConfirmButton");
    QCOMPARE(messages().front().recipient, QStringLiteral("kim@example.org"));
    QCOMPARE(shown("homeTextLabel"), QStringLiteral("Nothing waits for you. Sell at the box office, begin a campaign, or open the door."));
}

void tst_MessagesPage::statesAreFiltered()
{
    auto* table = find<QTableView>("messagesTableView");
    auto* state = find<QComboBox>("messagesStateComboBox");
    for (const char* to : {"a@example.org", "b@example.org"}) {
        QCOMPARE(m_desk->give("SendTestMessage", QByteArray("{\"email\":\"") + to + "\"}"), QByteArray());
        m_desk->clock.advanceMs(1'000);
    }
    fail("550 no such user");
    QCOMPARE(table->model()->rowCount(), 2);
    const auto down = [&](int rows) {
        state->setFocus();
        QTest::keyClick(state, Qt::Key_Down);
        settle();
        QCOMPARE(table->model()->rowCount(), rows);
    };
    down(1); // waits
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("a@example.org"));
    down(0); // sent
    QVERIFY(find<QLabel>("messagesEmptyLabel")->isVisible());
    QCOMPARE(shown("messagesEmptyLabel"), QStringLiteral("No message is in this state."));
    down(1); // did not arrive
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("b@example.org"));
}

void tst_MessagesPage::whoMayNotIsOfferedNothing_data()
{
    QTest::addColumn<domain::Role>("role");
    QTest::addColumn<bool>("sends");
    QTest::newRow("box office") << domain::Role::BoxOffice << true;
    QTest::newRow("finance") << domain::Role::Finance << false;
}

void tst_MessagesPage::whoMayNotIsOfferedNothing()
{
    QFETCH(domain::Role, role);
    QFETCH(bool, sends);
    QCOMPARE(m_desk->give("SendTestMessage", R"({"email":"kim@exmaple.org"})"), QByteArray());
    fail("550 no such user");
    QVERIFY(find<QPushButton>("mailSettingsButton")->isVisible());
    become(role);
    for (const char* name : {"mailSettingsButton", "testLetterButton", "webhookButton"})
        QVERIFY2(!m_page->findChild<QPushButton*>(QLatin1String(name))->isVisible(), name);
    choose(0);
    QCOMPARE(find<QPushButton>("messageAgainButton")->isVisible(), sends);
}

void tst_MessagesPage::aDeskSaysWhatItCannotKnow()
{
    QCOMPARE(m_desk->give("SetMailSettings", R"({"host":"smtp.example.org","user_name":"box","from_address":"box@hall.example"})"), QByteArray());
    const QByteArray set = m_desk->give("SetWebhook", R"({"url":"https://example.org/encore"})");
    QCOMPARE(set, QByteArray());
    become(domain::Role::Admin);
    QVERIFY(shown("mailTextLabel").endsWith(QStringLiteral("box signs in, with the password set where the server runs")));
    QCOMPARE(shown("webhookTextLabel"), QStringLiteral("https://example.org/encore  ·  how far it was told is known where the server runs"));
    click("mailSettingsButton");
    QVERIFY(shown("mailElsewhereLabel").contains(QStringLiteral("encorectl mail password")));
    QVERIFY(!find<QDialog>("mailDialog")->findChild<QLineEdit*>(QStringLiteral("mailSecretLineEdit")));
    type("mailHostLineEdit", QStringLiteral("smtp2.example.org"));
    click("mailConfirmButton");
    QCOMPARE(settings().mail.host, QStringLiteral("smtp2.example.org"));
    QVERIFY(m_letters.kept.empty());
}

QTEST_MAIN(tst_MessagesPage)
#include "tst_messagespage.moc"
