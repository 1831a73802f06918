// SPDX-License-Identifier: GPL-3.0-or-later

// Walks the screens of the office – campaigns, box office, orders – empty and full, in both languages, all looks and sizes, on a real
// workspace, and checks each (screencheck.h). With the variable ENCORE_PICTURES set to a folder it also takes a picture of each.

#include "fakeletters.h"
#include "officeworld.h"
#include "screencheck.h"
#include "screendriver.h"
#include "ui/boxoffice/boxofficepage.h"
#include "ui/campaigns/campaignspage.h"
#include "ui/campaigns/fundingpage.h"
#include "ui/common/importdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/coupons/couponspage.h"
#include "ui/home/homepage.h"
#include "ui/messages/messagespage.h"
#include "ui/orders/orderspage.h"
#include "ui/people/peoplepage.h"
#include "ui/reports/reportspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/syncpage.h"

#include "store/outbox.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace encore;
using namespace encore::tests;

namespace
{

/// Keys, marks and the names in the data.
const std::set<QString> foreignWords = {QStringLiteral("PIN"), QStringLiteral("Esc"), QStringLiteral("Enter"), QStringLiteral("Ctrl"), QStringLiteral("Alt"),
                                        QStringLiteral("Encore"), QStringLiteral("English"), QStringLiteral("CSV"), QStringLiteral("Markdown"), QStringLiteral("Test"),
                                        QStringLiteral("VAT"), QStringLiteral("example"), QStringLiteral("org"), QStringLiteral("KB"), QStringLiteral("Space"),
                                        QStringLiteral("rolling"), QStringLiteral("newsletter"), QStringLiteral("poster"), QStringLiteral("owner"), QStringLiteral("desk"),
                                        QStringLiteral("PDF"), QStringLiteral("KR"), QStringLiteral("csv"), QStringLiteral("the"), QStringLiteral("account"), QStringLiteral("is"), QStringLiteral("closed"), QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("house"), QStringLiteral("join"), QStringLiteral("hana"), QStringLiteral("tickets"), QStringLiteral("PEM"), QStringLiteral("STARTTLS"), QStringLiteral("TLS"), QStringLiteral("URL"), QStringLiteral("smtp"), QStringLiteral("box"), QStringLiteral("hall"), QStringLiteral("encore"), QStringLiteral("ftp"), QStringLiteral("ENCMEET"), QStringLiteral("winter"),
                                        QStringLiteral("AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG")}; // a provider's words

} // namespace

class tst_WorkScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSound_data();
    void isSound();

private:
    void look(const char* state);
    void dismiss()
    {
        for (QDialog* open : m_window->findChildren<QDialog*>()) {
            if (open->isVisible())
                open->reject();
        }
        settle();
    }
    void lookAtBoxOffice();
    void lookAtOrders();
    void lookAtCampaigns();
    void lookAtSending();
    void lookAtTheRest();
    void lookAtPeople();
    void lookAtMessages();
    void lookAtMeeting();
    void lookAtSync();
    void seeNewsOfConflict(const ui::SyncStatus& status, const QByteArray& project);
    void lookAtShutOut(ui::SyncStatus status);

    OfficeWorld* m_world = nullptr;
    LiveServices* m_live = nullptr;
    ui::MainWindow* m_window = nullptr;
    ui::CampaignsPage* m_campaigns = nullptr;
    ui::ReportsPage* m_reports = nullptr;
    FakeLetterService m_letters;
    ScreenCheck* m_check = nullptr;
};

void tst_WorkScreens::isSound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::ThemeKind>("theme");
    QTest::addColumn<bool>("korean");
    QTest::newRow("1024x700-light-ko") << QSize(1024, 700) << ui::ThemeKind::Light << true;
    QTest::newRow("1280x800-light-ko") << QSize(1280, 800) << ui::ThemeKind::Light << true;
    QTest::newRow("1280x800-dark-en") << QSize(1280, 800) << ui::ThemeKind::Dark << false;
    QTest::newRow("1280x800-contrast-ko") << QSize(1280, 800) << ui::ThemeKind::HighContrast << true;
    QTest::newRow("1920x1080-dark-ko") << QSize(1920, 1080) << ui::ThemeKind::Dark << true;
    QTest::newRow("1920x1080-light-en") << QSize(1920, 1080) << ui::ThemeKind::Light << false;
}

void tst_WorkScreens::look(const char* state)
{
    settle();
    if (QByteArray(state).endsWith("story"))
        QTest::qWait(150); // the preview waits for a pause in the typing
    settle();
    QWidget* front = m_window;
    for (QDialog* open : m_window->findChildren<QDialog*>()) {
        if (open->isVisible())
            front = open;
    }
    m_check->look(*front, QLatin1String(state));
    if (qEnvironmentVariableIsSet("ENCORE_PICTURES")) {
        const QString path = qEnvironmentVariable("ENCORE_PICTURES") + QLatin1Char('/') + QLatin1String(state) + QLatin1Char('-')
            + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png");
        QVERIFY2(front->grab().save(path), qPrintable(path));
    }
}

void tst_WorkScreens::lookAtBoxOffice()
{
    m_window->showPage(QStringLiteral("boxoffice"));
    look("boxoffice");
    for (const char* offer : {"offer1Button", "offer2Button", "offer2Button", "offer4Button"})
        click(offer);
    type("buyerEmailLineEdit", QStringLiteral("p1@example.org"));
    look("boxoffice-basket");
    click("cashButton");
    type("cashGivenLineEdit", QStringLiteral("300000"));
    look("boxoffice-cash");
    click("takeCashButton");
    look("boxoffice-done");
    click("showTicketsButton");
    look("boxoffice-tickets");
    dismiss();
    click("nextSaleButton");
    click("offer1Button");
    click("cardButton");
    look("boxoffice-asking");
    click("stopAskingButton");
    click("newOfferButton");
    type("offerPriceLineEdit", QStringLiteral("x"));
    look("boxoffice-offer");
    dismiss();
    click("drawerButton");
    look("boxoffice-drawer");
    type("drawerAmountLineEdit", QStringLiteral("1"));
    click("drawerConfirmButton");
    look("boxoffice-counted");
    dismiss();
}

void tst_WorkScreens::lookAtOrders()
{
    m_window->showPage(QStringLiteral("orders"));
    look("orders");
    click("massRefundButton");
    look("orders-massrefund");
    type("massRefundReasonLineEdit", QStringLiteral("태풍"));
    click("massRefundConfirmButton");
    look("orders-massrefund-results");
    dismiss();
    auto* table = find<QTableView>("ordersTableView");
    for (int row = 0; row < 4; ++row) {
        table->selectRow(row);
        settle();
    }
    look("orders-one");
    if (find<QPushButton>("orderRefundButton")->isVisible()) {
        click("orderRefundButton");
        look("orders-refund");
        dismiss();
    }
    type("ordersSearchLineEdit", QStringLiteral("없음"));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    look("orders-none");
}

void tst_WorkScreens::lookAtCampaigns()
{
    m_window->showPage(QStringLiteral("campaigns"));
    look("campaigns");
    click("newCampaignButton");
    look("campaigns-new");
    dismiss();
    m_campaigns->showCampaign(m_world->desk.id<domain::ProjectId>("spring"));
    const char* tabs[] = {"campaign-overview", "campaign-story", "campaign-rewards", "campaign-updates", "campaign-backers", "campaign-closing", "campaign-sending-early", "campaign-history"};
    for (int number = 0; number < 8; ++number) {
        m_campaigns->showTab(number);
        look(tabs[number]);
    }
    m_campaigns->showTab(2);
    find<QTableView>("rewardsTableView")->selectRow(0);
    settle();
    click("editRewardButton");
    look("campaign-reward");
    dismiss();
    m_campaigns->showTab(5);
    type("whatIfGoalLineEdit", QStringLiteral("3000000"));
    look("campaign-whatif");
    m_campaigns->showCampaign(m_world->desk.id<domain::ProjectId>("winter"));
    lookAtSending();
    m_campaigns->showCampaign(m_world->desk.id<domain::ProjectId>("autumn"));
    look("campaign-draft");
    m_campaigns->showTab(1);
    type("campaignEndLineEdit", QStringLiteral("내일"));
    look("campaign-draft-story");
    click("backButton");
    look("campaign-unsaved");
    dismiss();
}

void tst_WorkScreens::lookAtSending()
{
    m_campaigns->showTab(6);
    settle();
    auto* table = find<QTableView>("packingTableView");
    QTRY_VERIFY(table->model()->rowCount() > 4);
    table->selectRow(3);
    settle();
    look("campaign-sending");
    click("addressButton");
    type("addressPostalCodeLineEdit", QString());
    look("campaign-address");
    dismiss();
    click("dispatchButton");
    look("campaign-dispatch");
    dismiss();
    click("importNumbersButton");
    look("campaign-import-empty");
    const QTemporaryDir folder;
    QFile csv(folder.filePath(QStringLiteral("운송장.csv")));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(QStringLiteral("후원 번호,택배사,운송장 번호,무게\nwinter2,우체국택배,6892 1\nwinter4,우체국택배,6892 2\nwinter5,,\n").toUtf8());
    csv.close();
    find<ui::ImportDialog>("importDialog")->readFile(csv.fileName());
    settle();
    look("campaign-import");
    dismiss();
}

void tst_WorkScreens::lookAtTheRest()
{
    m_window->showPage(QStringLiteral("home"));
    look("home");
    click("home1Button");
    look("home-first");
    dismiss();
    m_window->showPage(QStringLiteral("coupons"));
    look("coupons");
    find<QTableView>("couponsTableView")->selectRow(0);
    settle();
    click("editCouponButton");
    type("couponPercentLineEdit", QStringLiteral("150"));
    look("coupons-edit");
    dismiss();
    click("claimCouponButton");
    look("coupons-claim");
    dismiss();
    m_window->showPage(QStringLiteral("funding"));
    look("funding");
    m_window->showPage(QStringLiteral("rewards"));
    look("rewards");
    m_window->showPage(QStringLiteral("reports"));
    const char* tabs[] = {"reports-money", "reports-books", "reports-drawers"};
    for (int tab = 0; tab < 3; ++tab) {
        m_reports->showTab(tab);
        look(tabs[tab]);
    }
}

void tst_WorkScreens::lookAtPeople()
{
    m_window->showPage(QStringLiteral("people"));
    look("people-empty");
    m_live->people.people.users = {{domain::PersonId(QUuid::createUuid()), QStringLiteral("hana"), QStringLiteral("하나"), QStringLiteral("hana@example.org"), domain::Role::Musician, false, true},
                                   {domain::PersonId(QUuid::createUuid()), QStringLiteral("admin"), QStringLiteral("김관리"), QStringLiteral("admin@example.org"), domain::Role::Admin, false, true},
                                   {domain::PersonId(QUuid::createUuid()), QStringLiteral("gone"), QStringLiteral("박퇴사"), QStringLiteral("gone@example.org"), domain::Role::BoxOffice, true, true}};
    m_live->people.people.devices = {{domain::DeviceId(QUuid::createUuid()), QStringLiteral("정문 1"), domain::Role::Door, QStringLiteral("admin"), SalesDesk::now, {}, 1'204},
                                     {domain::DeviceId(QUuid::createUuid()), QStringLiteral("매표소 2"), domain::Role::BoxOffice, QStringLiteral("admin"), SalesDesk::now, SalesDesk::now, 17}};
    m_window->showPage(QStringLiteral("home"));
    m_window->showPage(QStringLiteral("people"));
    settle();
    find<QTableView>("usersTableView")->selectRow(0);
    look("people");
    click("addUserButton");
    type("userPasswordLineEdit", QStringLiteral("short"));
    look("people-add");
    dismiss();
    click("setPasswordButton");
    look("people-password");
    dismiss();
    find<QTabWidget>("peopleTabWidget")->setCurrentIndex(1);
    settle();
    find<QTableView>("devicesTableView")->selectRow(0);
    settle();
    look("people-devices");
    click("letDeviceInButton");
    click("codeConfirmButton");
    look("people-code");
    dismiss();
}

void tst_WorkScreens::lookAtMessages()
{
    const auto give = [this](const char* name, const QByteArray& arguments) { QCOMPARE(m_world->desk.give(name, arguments), QByteArray()); };
    give("SetMailSettings", R"({"host":"smtp.example.org","user_name":"box","from_address":"box@hall.example.org","from_name":"하나홀"})");
    give("SetWebhook", R"({"url":"https://house.example.org/encore"})");
    m_letters.kept = {{ui::LetterService::Secret::MailPassword, QStringLiteral("a")}, {ui::LetterService::Secret::WebhookKey, QStringLiteral("b")}};
    const auto rows = commands::Messages{}.ask({m_world->desk.reader(), SalesDesk::now, false});
    QVERIFY(rows && rows->size() > 6);
    for (size_t i = 0; i < rows->size(); ++i) {
        const QByteArray id = "{\"message_id\":\"" + (*rows)[i].messageId.text().toLatin1();
        if (i == 0 || i == 4)
            give("RecordMessage", id + "\",\"result\":\"failed\",\"reason\":\"550 the account is closed\"}");
        else if (i == 1)
            give("RecordMessage", id + "\",\"result\":\"later\",\"due_at\":\"2026-11-20T10:04:00Z\",\"reason\":\"451 the account is closed\"}");
        else if (i > 2)
            give("RecordMessage", id + "\",\"result\":\"sent\"}");
    }
    m_window->showPage(QStringLiteral("messages"));
    settle();
    look("messages");
    auto* table = find<QTableView>("messagesTableView");
    QTRY_COMPARE(table->model()->rowCount(), int(rows->size()));
    table->selectRow(0);
    look("messages-failed");
    click("messageAgainButton");
    type("sendAgainEmailLineEdit", QStringLiteral("example.org"));
    look("messages-again");
    dismiss();
    table->selectRow(1);
    look("messages-later");
    click("testLetterButton");
    look("messages-test");
    dismiss();
    click("mailSettingsButton");
    look("messages-mail");
    type("mailPortLineEdit", QStringLiteral("99999"));
    look("messages-mail-port");
    dismiss();
    click("webhookButton");
    type("webhookUrlLineEdit", QStringLiteral("ftp"));
    look("messages-webhook");
    dismiss();
    m_window->showPage(QStringLiteral("home"));
    look("home-letter");
}

void tst_WorkScreens::lookAtMeeting()
{
    click("meetButton");
    look("meeting-join");
    type("meetingCodeLineEdit", QStringLiteral("1234"));
    m_live->sync.fails = domain::error(domain::ErrorCode::Invalid, domain::message("meeting.not_code").with("text", QStringLiteral("1234")));
    click("meetingConfirmButton");
    look("meeting-wrong");
    m_live->sync.fails.reset();
    find<QComboBox>("meetingWayComboBox")->setCurrentIndex(1);
    look("meeting-open");
    m_live->sync.met.part = ui::MeetingStatus::Part::Point;
    m_live->sync.met.isMet = true;
    m_live->sync.met.code = QStringLiteral("ENCMEET1:192.168.0.12:8471:7K2M9QXA3B4C5D6E7F8G9H0J1K2M3N4P");
    m_live->sync.met.desks = {QStringLiteral("정문 1"), QStringLiteral("매표소 2")};
    Q_EMIT m_live->sync.statusChanged();
    look("meeting-point");
    dismiss();
    m_live->sync.met = {};
}

void tst_WorkScreens::lookAtSync()
{
    m_window->showPage(QStringLiteral("sync"));
    look("sync-alone");
    m_live->sync.keychain = false;
    click("enterHouseButton");
    look("sync-join");
    find<QComboBox>("joinWayComboBox")->setCurrentIndex(1);
    type("joinPassphraseLineEdit", QStringLiteral("abc"));
    look("sync-join-email");
    dismiss();
    ui::SyncStatus status;
    status.isDesk = status.isRunning = true;
    status.server = QStringLiteral("https://house.example.org");
    status.actor = QStringLiteral("hana");
    status.role = domain::Role::Musician;
    status.upToDateAt = status.provenAt = SalesDesk::now;
    m_live->sync.become(status);
    look("sync-empty");
    lookAtMeeting();
    // What a desk has when it comes back from a journey.
    const auto id = m_world->desk.id<domain::ProjectId>("spring");
    store::OutboxItem item;
    item.name = "EditProject";
    item.occurredAt = SalesDesk::now;
    item.actor = QStringLiteral("hana");
    const auto add = [&](const char* name, const QByteArray& arguments, store::OutboxState state, const QByteArray& answer) {
        ++item.deviceSequence;
        item.id = domain::CommandId(QUuid::createUuid());
        item.name = name;
        item.arguments = arguments;
        item.state = state;
        item.answer = answer;
        QVERIFY(m_world->desk.executor->runTogether({[&](store::UnitOfWork& work) {
            store::OutboxWriter(work).add(item);
            return work.status();
        }}).front());
    };
    const QByteArray project = "{\"project_id\":\"" + id.text().toLatin1() + "\"";
    add("PlaceOrder", "{\"lines\":[]}", store::OutboxState::Rejected, R"({"code":"offer.sold_out","detail":"자리가 1개 남았습니다"})");
    add("EditProject", project + R"(,"venue":"예술의전당"})", store::OutboxState::Queued, {});
    add("EditProject", project + R"(,"title":"봄밤 콘서트: 남산에서 부르는 노래","goal":15000000,"ends_at":"2026-12-24T12:00:00.000Z","donations_only":false})", store::OutboxState::Conflict,
        R"({"code":"edit.elsewhere","detail":"title"})");
    status.waiting = status.rejected = status.conflicts = 1;
    m_live->sync.become(status);
    settle();
    auto* table = find<QTableView>("deskChangesTableView");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    for (int row = 0; row < 3; ++row) {
        table->selectRow(row);
        look(row == 0 ? "sync-conflict" : row == 1 ? "sync-waiting" : "sync-refused");
    }
    seeNewsOfConflict(status, project);
    lookAtShutOut(status);
}

/// What somebody else wrote may arrive later than the refusal; what was chosen before is asked anew only where it changed.
void tst_WorkScreens::seeNewsOfConflict(const ui::SyncStatus& status, const QByteArray& project)
{
    auto* table = find<QTableView>("deskChangesTableView");
    table->selectRow(0);
    settle();
    find<QAbstractButton>("changetitleMineRadioButton")->click();
    m_live->sync.become(status);
    settle();
    QVERIFY(find<QAbstractButton>("changetitleMineRadioButton")->isChecked());
    QCOMPARE(m_world->desk.give("EditProject", project + R"(,"title":"남산의 봄밤"})"), QByteArray());
    m_live->sync.become(status);
    QTRY_COMPARE(find<QLabel>("changetitleTheirsLabel")->text(), QStringLiteral("남산의 봄밤"));
}

/// Nothing is left to be read, and what is sealed can be handed over.
void tst_WorkScreens::lookAtShutOut(ui::SyncStatus status)
{
    QVERIFY(m_world->desk.executor->runTogether({[&](store::UnitOfWork& work) {
        store::OutboxWriter(work).forgetEverything();
        return work.status();
    }}).front());
    status.needsSignIn = true;
    status.waiting = status.rejected = status.conflicts = 0;
    status.sealed = 3;
    status.trouble = domain::message("sync.revoked_sealed").with("count", status.sealed);
    m_live->sync.become(status);
    QTRY_COMPARE(find<QTableView>("deskChangesTableView")->model()->rowCount(), 0);
    look("sync-shut-out");
    auto* save = find<QPushButton>("saveSalvageButton");
    QVERIFY(save->isEnabled());
    QCOMPARE(save->text(), ui::SyncPage::tr("Save the sealed file…"));
    click("enterHouseButton");
    look("sync-join-again");
    dismiss();
}

void tst_WorkScreens::isSound()
{
    QFETCH(QSize, size);
    QFETCH(ui::ThemeKind, theme);
    QFETCH(bool, korean);
    OfficeWorld world;
    m_world = &world;
    LiveServices live(world.desk);
    ui::Theme look_;
    look_.apply(theme);
    ui::LanguageSwitcher languages;
    languages.apply(korean ? domain::Language::Korean : domain::Language::English);
    ui::MainWindow window(live.services, look_, languages);
    m_window = &window;
    m_campaigns = new ui::CampaignsPage(live.services, look_);
    window.addPage(m_campaigns);
    window.addPage(new ui::BoxOfficePage(live.services, look_));
    window.addPage(new ui::OrdersPage(live.services, look_));
    window.addPage(new ui::HomePage(live.services, look_));
    window.addPage(new ui::CouponsPage(live.services, look_));
    window.addPage(new ui::FundingPage(live.services, look_));
    window.addPage(new ui::RewardsPage(live.services, look_));
    m_reports = new ui::ReportsPage(live.services, look_);
    window.addPage(m_reports);
    window.addPage(new ui::PeoplePage(live.services, look_));
    m_letters.kept.clear();
    window.addPage(new ui::MessagesPage(live.services, m_letters, look_));
    window.addPage(new ui::SyncPage(live.services, look_));
    m_live = &live;
    ScreenCheck check(korean, foreignWords);
    m_check = &check;
    window.resize(size);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    look("campaigns-empty");
    window.showPage(QStringLiteral("orders"));
    look("orders-empty");
    window.showPage(QStringLiteral("home"));
    look("home-empty");
    window.showPage(QStringLiteral("coupons"));
    look("coupons-empty");
    window.showPage(QStringLiteral("messages"));
    look("messages-empty");
    world.fill();
    lookAtTheRest();
    lookAtBoxOffice();
    lookAtOrders();
    lookAtCampaigns();
    lookAtPeople();
    lookAtMessages();
    lookAtSync();
    const QStringList faults = check.faults();
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QVERIFY(faults.isEmpty());
    QVERIFY(check.windows() > 25);
}

QTEST_MAIN(tst_WorkScreens)
#include "tst_workscreens.moc"
