// SPDX-License-Identifier: GPL-3.0-or-later

// A musician's days, with real keys and clicks, on a real workspace without any network: from the first idea to the payout.

#include "picturestrip.h"
#include "screendriver.h"
#include "sendingtab.h"
#include "store/fulfilment.h"
#include "support/campaigndesk.h"
#include "ui/campaigns/campaignspage.h"
#include "ui/common/importdialog.h"
#include "ui/common/languageswitcher.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>

using namespace encore;
using namespace encore::tests;
using domain::ProjectState;

class tst_CampaignScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromTheIdeaToTheReview();
    void anEditIsTakenBackAndDoneAgain();
    void twoDesksEditTheSameField();
    void termsAreFrozenWhenLive();
    void leavingUnsavedIsAsked();
    void storiesAreTextAndNothingElse();
    void rewardsAreAddedMovedAndClosed();
    void howItStands();
    void whatIfAndTheEnd();
    void oneBackerIsRefunded();
    void backersAreTold();
    void itIsCalledOff();
    void rewardsWithContents();
    void rewardsComeFromATable();
    void thingsAreSent();
    void picturesOfACampaign();

private:
    void open(const char* label);
    void tab(int number)
    {
        find<QTabWidget>("campaignTabWidget")->setCurrentIndex(number);
        settle();
    }

    std::unique_ptr<CampaignDesk> m_desk;
    std::unique_ptr<LiveServices> m_live;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::LanguageSwitcher> m_languages;
    std::unique_ptr<ui::CampaignsPage> m_page;
};

void tst_CampaignScreens::init()
{
    m_desk = std::make_unique<CampaignDesk>();
    m_desk->clock.set(CampaignDesk::start.plusMs(1));
    m_live = std::make_unique<LiveServices>(*m_desk);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->apply(ui::ThemeKind::Light);
    m_languages = std::make_unique<ui::LanguageSwitcher>();
    m_languages->apply(domain::Language::English);
    m_page = std::make_unique<ui::CampaignsPage>(m_live->services, *m_theme);
    m_page->resize(1280, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
}

void tst_CampaignScreens::cleanup()
{
    m_page.reset();
    m_languages.reset();
    m_theme.reset();
    m_live.reset();
    m_desk.reset();
}

void tst_CampaignScreens::open(const char* label)
{
    m_page->reload();
    m_page->showCampaign(m_desk->id<domain::ProjectId>(label));
    settle();
}

void tst_CampaignScreens::fromTheIdeaToTheReview()
{
    QVERIFY(find<QLabel>("campaignsEmptyLabel")->isVisible());
    click("newCampaignButton");
    QVERIFY(!find<QPushButton>("newCampaignConfirmButton")->isEnabled());
    type("newCampaignField1LineEdit", QStringLiteral("Spring tour"));
    type("newCampaignField2LineEdit", QStringLiteral("hana"));
    click("newCampaignConfirmButton");
    QCOMPARE(shown("campaignTitleLabel"), QStringLiteral("Spring tour"));
    QVERIFY(!find<QPushButton>("submitButton")->isEnabled());
    QVERIFY(shown("campaignNoteLabel").contains(QStringLiteral("The goal must be more than 0.")));
    click("showMissingButton"); // leads to the goal
    QCOMPARE(m_page->focusWidget(), find<QLineEdit>("campaignGoalLineEdit"));
    type("campaignGoalLineEdit", QStringLiteral("1,000,000.5"));
    QVERIFY(find<QLabel>("storyFaultLabel")->isVisible());
    type("campaignGoalLineEdit", QStringLiteral("1,000,000"));
    type("campaignStartLineEdit", QStringLiteral("2026-11-02 09:00"));
    type("campaignEndLineEdit", QStringLiteral("soon"));
    QVERIFY(!find<QPushButton>("saveEditButton")->isEnabled());
    type("campaignEndLineEdit", QStringLiteral("2026-11-30 15:00")); // the workspace of tests keeps UTC
    type("campaignAccountLineEdit", QStringLiteral("KB 123-456"));
    click("donationsOnlyCheckBox");
    click("saveEditButton");
    QVERIFY(!find<QLabel>("campaignNoteLabel")->isVisible());
    click("submitButton");
    click("approveButton");
    type("approveCampaignField1LineEdit", QStringLiteral("hana"));
    click("approveCampaignConfirmButton");
    QVERIFY(find<QLabel>("campaignNoteLabel")->isVisible()); // whoever wrote it may not approve it
    click("approveButton");
    type("approveCampaignField1LineEdit", QStringLiteral("minjun"));
    click("approveCampaignConfirmButton");
    const auto projects = store::CampaignReader(m_desk->reader()).projects();
    QCOMPARE(projects.size(), size_t(1));
    QCOMPARE(projects[0].state, ProjectState::Scheduled);
    QCOMPARE(projects[0].goal, 1'000'000);
    QCOMPARE(projects[0].endsAt->ms, CampaignDesk::end.ms);
}

void tst_CampaignScreens::anEditIsTakenBackAndDoneAgain()
{
    m_desk->draft("spring");
    open("spring");
    tab(1);
    type("campaignTitleLineEdit", QStringLiteral("Summer"));
    type("campaignStartLineEdit", QString());
    click("saveEditButton");
    QCOMPARE(m_desk->project("spring").title, QStringLiteral("Summer"));
    QVERIFY(!m_desk->project("spring").startsAt);
    click("undoEditButton");
    QCOMPARE(m_desk->project("spring").title, QStringLiteral("봄 공연"));
    QCOMPARE(m_desk->project("spring").startsAt->ms, CampaignDesk::start.ms);
    QCOMPARE(find<QLineEdit>("campaignTitleLineEdit")->text(), QStringLiteral("봄 공연"));
    click("redoEditButton");
    QCOMPARE(m_desk->project("spring").title, QStringLiteral("Summer"));
    QVERIFY(!m_desk->project("spring").startsAt);
}

void tst_CampaignScreens::twoDesksEditTheSameField()
{
    m_desk->draft("spring");
    open("spring");
    tab(1);
    type("campaignTitleLineEdit", QStringLiteral("Mine"));
    QCOMPARE(m_desk->give("EditProject", R"({"project_id":"spring","title":"Theirs"})"), QByteArray());
    click("saveEditButton");
    QVERIFY(find<QLabel>("campaignNoteLabel")->isVisible());
    QCOMPARE(m_desk->project("spring").title, QStringLiteral("Theirs"));
    QCOMPARE(find<QLineEdit>("campaignTitleLineEdit")->text(), QStringLiteral("Mine")); // nothing that was typed is lost
}

void tst_CampaignScreens::termsAreFrozenWhenLive()
{
    m_desk->goLive("spring");
    open("spring");
    tab(1);
    QVERIFY(!find<QLineEdit>("campaignGoalLineEdit")->isEnabled());
    QVERIFY(!find<QLineEdit>("campaignEndLineEdit")->isEnabled());
    type("campaignTitleLineEdit", QStringLiteral("Still mine"));
    click("saveEditButton");
    QCOMPARE(m_desk->project("spring").title, QStringLiteral("Still mine"));
    click("suspendButton");
    type("suspendCampaignField1LineEdit", QStringLiteral("ill"));
    click("suspendCampaignConfirmButton");
    QCOMPARE(m_desk->project("spring").state, ProjectState::Suspended);
    click("resumeButton");
    QCOMPARE(m_desk->project("spring").state, ProjectState::Live);
}

void tst_CampaignScreens::leavingUnsavedIsAsked()
{
    m_desk->draft("spring");
    open("spring");
    tab(1);
    QVERIFY(!m_page->hasUnsaved());
    type("campaignVenueLineEdit", QStringLiteral("Rolling Hall"));
    QVERIFY(m_page->hasUnsaved());
    click("backButton");
    click("unsavedCancelButton");
    QCOMPARE(find<QLineEdit>("campaignVenueLineEdit")->text(), QStringLiteral("Rolling Hall"));
    click("backButton");
    click("unsavedConfirmButton");
    QVERIFY(find<QListView>("campaignsListView")->isVisible());
    QVERIFY(!m_page->hasUnsaved());
    QCOMPARE(m_desk->project("spring").venue, QString());
}

void tst_CampaignScreens::storiesAreTextAndNothingElse()
{
    m_desk->draft("spring");
    open("spring");
    tab(1);
    auto* story = find<QPlainTextEdit>("storyTextEdit");
    const QString hostile = QStringLiteral("<script>alert(1)</script> **bold** 🎸 \u202Eright to left ![x](file:///etc/passwd) <img src=\"/etc/hostname\">");
    story->setPlainText(hostile);
    settle();
    auto* preview = find<QTextBrowser>("previewTextBrowser");
    QTRY_VERIFY(preview->toPlainText().contains(QStringLiteral("alert(1)")));
    QVERIFY(preview->toPlainText().contains(QStringLiteral("🎸")));
    click("saveEditButton");
    QCOMPARE(m_desk->project("spring").story, hostile);
    story->setPlainText(QString(100'001, QLatin1Char('x')));
    settle();
    click("saveEditButton");
    QVERIFY(find<QLabel>("campaignNoteLabel")->isVisible()); // refused in words
    QCOMPARE(story->toPlainText().size(), 100'001); // and nothing lost
    QCOMPARE(m_desk->project("spring").story, hostile);
    click("discardEditButton");
    QCOMPARE(story->toPlainText(), hostile);
}

void tst_CampaignScreens::rewardsAreAddedMovedAndClosed()
{
    m_desk->draft("spring");
    open("spring");
    tab(2);
    const std::pair<const char*, const char*> rewards[] = {{"Record", "30000"}, {"Ticket", "60,000"}};
    for (const auto& [title, price] : rewards) {
        click("addRewardButton");
        type("rewardTitleLineEdit", QLatin1String(title));
        type("rewardPriceLineEdit", QLatin1String(price));
        type("rewardLimitLineEdit", QStringLiteral("ten"));
        QVERIFY(!find<QPushButton>("rewardConfirmButton")->isEnabled());
        type("rewardLimitLineEdit", QStringLiteral("10"));
        click("rewardConfirmButton");
    }
    auto* table = find<QTableView>("rewardsTableView");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    table->setFocus();
    table->selectRow(1);
    settle();
    click("rewardUpButton");
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Ticket"));
    // Dragged below the other, and above it again.
    const auto drag = [&](int from, int before) {
        QAbstractItemModel* model = table->model();
        const std::unique_ptr<QMimeData> held(model->mimeData({model->index(from, 0)}));
        model->dropMimeData(held.get(), Qt::MoveAction, before, 0, {});
        settle();
        return model->index(0, 0).data().toString();
    };
    QVERIFY(table->model()->flags(table->model()->index(0, 0)) & Qt::ItemIsDragEnabled);
    QVERIFY(drag(0, 2) != QStringLiteral("Ticket"));
    QCOMPARE(drag(1, 0), QStringLiteral("Ticket"));
    QCOMPARE(drag(0, 1), QStringLiteral("Ticket")); // let go where it was
    table->selectRow(0);
    settle();
    click("duplicateRewardButton");
    QCOMPARE(find<QLineEdit>("rewardTitleLineEdit")->text(), QStringLiteral("Ticket (copy)"));
    click("rewardConfirmButton");
    QCOMPARE(table->model()->rowCount(), 3);
    table->selectRow(2);
    settle();
    click("deleteRewardButton");
    click("deleteRewardConfirmButton");
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    settle();
    click("editRewardButton");
    type("rewardLimitLineEdit", QString());
    click("rewardConfirmButton");
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("no limit"));
    table->selectRow(0);
    settle();
    click("closeRewardButton");
    QVERIFY(table->model()->index(0, 5).data().toString().contains(QStringLiteral("closed")));
}

void tst_CampaignScreens::howItStands()
{
    m_desk->goLive("spring");
    for (int i = 0; i < 7; ++i)
        m_desk->paidPledge("spring", "p" + QByteArray::number(i), 100'000, i % 2 ? R"("source":"newsletter")" : R"("source":"poster")");
    m_desk->clock.set(CampaignDesk::start.plusMs(10LL * 24 * 60 * 60 * 1000));
    open("spring");
    QCOMPARE(shown("raisedLabel"), QStringLiteral("₩700,000"));
    QCOMPARE(shown("raisedNoteLabel"), QStringLiteral("70.00 % of ₩1,000,000"));
    QCOMPARE(shown("backersLabel"), QStringLiteral("7"));
    QCOMPARE(shown("leftLabel"), QStringLiteral("Days left: 20"));
    QCOMPARE(shown("neededLabel"), QStringLiteral("₩15,000"));
    QVERIFY(find<QLabel>("outlookLabel")->isVisible());
    QVERIFY(shown("outlookLabel").contains(QStringLiteral("Such a band holds for 80 of 100")));
    auto* sources = find<QTableView>("sourcesTableView");
    const QAbstractItemModelTester tester(sources->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(sources->model()->rowCount(), 2);
    QCOMPARE(sources->model()->index(0, 0).data().toString(), QStringLiteral("poster"));
    QCOMPARE(sources->model()->index(0, 3).data().toString(), QStringLiteral("57.1 %"));
}

void tst_CampaignScreens::whatIfAndTheEnd()
{
    m_desk->goLive("spring");
    m_desk->paidPledge("spring", "p", 900'000);
    open("spring");
    tab(5);
    QVERIFY(shown("outcomeLabel").startsWith(QStringLiteral("The goal is missed")));
    QVERIFY(!find<QPushButton>("closeCampaignButton")->isEnabled()); // it has not ended
    type("whatIfGoalLineEdit", QStringLiteral("900,000"));
    QVERIFY(shown("outcomeLabel").startsWith(QStringLiteral("The goal is reached")));
    QCOMPARE(shown("plan9Label"), QStringLiteral("₩820,800")); // 900,000 − 8 % − its VAT
    type("whatIfPlatformLineEdit", QStringLiteral("0"));
    QCOMPARE(shown("plan9Label"), QStringLiteral("₩870,300"));
    type("whatIfPlatformLineEdit", QStringLiteral("101"));
    QVERIFY(find<QLabel>("planFaultLabel")->isVisible());
    m_desk->paidPledge("spring", "q", 100'000);
    m_desk->clock.set(CampaignDesk::end);
    open("spring");
    click("whatIfResetButton");
    QVERIFY(shown("outcomeLabel").startsWith(QStringLiteral("The goal is reached")));
    QCOMPARE(shown("plan9Label"), QStringLiteral("₩912,000"));
    click("closeCampaignButton");
    click("closeCampaignConfirmButton");
    (void)m_desk->due(CampaignDesk::end);
    QCOMPARE(m_desk->project("spring").state, ProjectState::Funded);
    QCOMPARE(m_desk->payable("hana"), 912'000);
    tab(7);
    auto* history = find<QTableView>("projectHistoryTableView");
    QVERIFY(history->model()->rowCount() >= 5);
}

void tst_CampaignScreens::oneBackerIsRefunded()
{
    m_desk->goLive("spring");
    for (int i = 0; i < 300; ++i)
        m_desk->paidPledge("spring", "p" + QByteArray::number(i), 1'000);
    open("spring");
    tab(4);
    auto* table = find<QTableView>("backersTableView");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(table->model()->rowCount() >= 200);
    type("backersSearchLineEdit", QStringLiteral("p217@example.org"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    settle();
    click("refundPledgeButton");
    type("refundPledgeField1LineEdit", QStringLiteral("twice"));
    click("refundPledgeConfirmButton");
    QCOMPARE(m_desk->pledge("p217").state, domain::PledgeState::CancelRequested);
    QVERIFY(!find<QPushButton>("refundPledgeButton")->isEnabled());
    QCOMPARE(m_desk->work(CampaignDesk::start.plusMs(2)).succeeded, 1);
    QCOMPARE(m_desk->pledge("p217").state, domain::PledgeState::Refunded);
}

void tst_CampaignScreens::backersAreTold()
{
    m_desk->goLive("spring");
    open("spring");
    tab(3);
    QVERIFY(!find<QPushButton>("postUpdateButton")->isEnabled());
    type("updateTitleLineEdit", QStringLiteral("Half way"));
    find<QPlainTextEdit>("updateTextEdit")->setPlainText(QStringLiteral("Thank you!"));
    QVERIFY(m_page->hasUnsaved());
    click("postUpdateButton");
    QVERIFY(shown("toldLabel").contains(QStringLiteral("Half way")));
    QVERIFY(!m_page->hasUnsaved());
}

void tst_CampaignScreens::itIsCalledOff()
{
    m_desk->goLive("spring");
    m_desk->paidPledge("spring", "p", 400'000);
    open("spring");
    click("callOffButton");
    type("callOffField1LineEdit", QStringLiteral("the singer is ill"));
    click("callOffConfirmButton");
    (void)m_desk->due(CampaignDesk::start.plusMs(5));
    (void)m_desk->work(CampaignDesk::start.plusMs(5));
    QCOMPARE(m_desk->project("spring").state, ProjectState::Cancelled);
    QCOMPARE(m_desk->escrow("spring"), 0);
    QCOMPARE(m_desk->pledge("p").state, domain::PledgeState::Refunded);
}

void tst_CampaignScreens::rewardsWithContents()
{
    QCOMPARE(m_desk->give("SchedulePerformance", R"({"label":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00"})"), QByteArray());
    QCOMPARE(m_desk->give("CreateOffer", R"({"label":"standing","title":"Standing","performance_id":"gala","price":60000})"), QByteArray());
    m_desk->draft("spring");
    open("spring");
    tab(2);
    click("addRewardButton");
    type("rewardTitleLineEdit", QStringLiteral("Evening"));
    type("rewardPriceLineEdit", QStringLiteral("90000"));
    QVERIFY(!find<QLineEdit>("rewardTicketsLineEdit")->isVisible());
    auto* ticket = find<QComboBox>("rewardTicketComboBox");
    ticket->setFocus();
    QTest::keyClick(ticket, Qt::Key_Down);
    type("rewardTicketsLineEdit", QStringLiteral("2"));
    type("rewardThingLineEdit", QStringLiteral("LP"));
    click("rewardAddressCheckBox");
    click("rewardConfirmButton");
    const auto rewards = store::CampaignReader(m_desk->reader()).rewards(m_desk->id<domain::ProjectId>("spring"));
    QCOMPARE(rewards.size(), size_t(1));
    QCOMPARE(rewards[0].items.size(), size_t(2));
    QCOMPARE(rewards[0].items[0].kind, domain::RewardItemKind::Ticket);
    QCOMPARE(rewards[0].items[0].quantity, 2);
    QCOMPARE(rewards[0].items[0].performance, std::optional(m_desk->id<domain::PerformanceId>("gala")));
    QCOMPARE(rewards[0].items[1].name, QStringLiteral("LP"));
    QVERIFY(rewards[0].needsAddress);
    // An edit of something else leaves what is in it as it was.
    find<QTableView>("rewardsTableView")->selectRow(0);
    settle();
    click("editRewardButton");
    QCOMPARE(find<QLineEdit>("rewardThingsLineEdit")->text(), QStringLiteral("1"));
    type("rewardTitleLineEdit", QStringLiteral("Night"));
    click("rewardConfirmButton");
    const auto edited = store::CampaignReader(m_desk->reader()).reward(rewards[0].id);
    QCOMPARE(edited->title, QStringLiteral("Night"));
    QCOMPARE(edited->items, rewards[0].items);
}

void tst_CampaignScreens::rewardsComeFromATable()
{
    m_desk->draft("spring");
    open("spring");
    tab(2);
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& text) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    };
    click("importRewardsButton");
    auto* dialog = find<ui::ImportDialog>("importDialog");
    QVERIFY(!find<QPushButton>("importConfirmButton")->isEnabled());
    dialog->writeTemplate(folder.filePath(QStringLiteral("empty.csv")));
    QFile empty(folder.filePath(QStringLiteral("empty.csv")));
    QVERIFY(empty.open(QIODevice::ReadOnly));
    QVERIFY(empty.readAll().contains("Title,Description,Price,Limit"));
    dialog->readFile(write("bad.csv", "Title,Price\nPin,1000\nCap,1000.5\n"));
    settle();
    QVERIFY(!find<QPushButton>("importConfirmButton")->isEnabled());
    QVERIFY(find<QLabel>("importFaultLabel")->isVisible());
    QCOMPARE(find<QTableView>("importRowsTableView")->model()->rowCount(), 2);
    dialog->readFile(write("good.csv", "Title;Price;Limit\nPin;1,000;\nCap;15000;30\n"));
    settle();
    QVERIFY(store::CampaignReader(m_desk->reader()).rewards(m_desk->id<domain::ProjectId>("spring")).empty()); // only shown so far
    click("importConfirmButton");
    QCOMPARE(store::CampaignReader(m_desk->reader()).rewards(m_desk->id<domain::ProjectId>("spring")).size(), size_t(2));
    QTRY_COMPARE(find<QTableView>("rewardsTableView")->model()->rowCount(), 2);
}

void tst_CampaignScreens::thingsAreSent()
{
    m_desk->draft("spring", "\"goal\":1000");
    QCOMPARE(m_desk->give("AddReward", R"({"project_id":"spring","label":"box","title":"Box","price":50000,"needs_address":true,
        "items":[{"kind":"merchandise","name":"Vinyl","quantity":2},{"kind":"digital","name":"Songs"}]})", CampaignDesk::start), QByteArray());
    for (const char* step : {"SubmitProject", "ApproveProject", "StartProject"})
        QCOMPARE(m_desk->give(step, R"({"project_id":"spring"})", CampaignDesk::start), QByteArray());
    for (const char* pledge : {"p1", "p2"})
        m_desk->paidPledge("spring", pledge, 0, R"("backer_name":"Kim","rewards":[{"reward_id":"box"}])");
    open("spring");
    tab(6);
    QCOMPARE(find<QTableView>("packingTableView")->model()->rowCount(), 0);
    (void)m_desk->due(CampaignDesk::end);
    open("spring");
    tab(6);
    auto* table = find<QTableView>("packingTableView");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    table->selectRow(0);
    settle();
    const QByteArray first = table->model()->index(0, 5).data().toByteArray(); // both came at the same moment
    // Without an address only what is digital leaves.
    click("dispatchButton");
    QVERIFY(!find<QSpinBox>("dispatchItem1SpinBox")->isEnabled());
    click("dispatchCancelButton");
    click("addressButton");
    QVERIFY(!find<QPushButton>("addressConfirmButton")->isEnabled());
    type("addressPostalCodeLineEdit", QStringLiteral("04524"));
    type("addressCityLineEdit", QStringLiteral("Seoul"));
    type("addressStreetLineEdit", QStringLiteral("Sejong-daero 110"));
    click("addressConfirmButton");
    QCOMPARE(store::FulfilmentReader(m_desk->reader()).address(m_desk->id<domain::PledgeId>(first.constData()))->name, QStringLiteral("Kim"));
    settle();
    click("dispatchButton");
    auto* vinyl = find<QSpinBox>("dispatchItem1SpinBox");
    vinyl->setFocus();
    QTest::keyClick(vinyl, Qt::Key_Down);
    type("dispatchCarrierLineEdit", QStringLiteral("CJ"));
    type("dispatchTrackingLineEdit", QStringLiteral("1234"));
    click("dispatchConfirmButton");
    QCOMPARE(m_desk->pledge(first).state, domain::PledgeState::Confirmed);
    QVERIFY(shown("sendingSummaryLabel").contains(QStringLiteral("Vinyl: sent 1 of 4")));
    const QTemporaryDir folder;
    auto* page = find<ui::SendingTab>("sendingTab");
    page->writePackingList(folder.filePath(QStringLiteral("list.pdf")));
    settle();
    QVERIFY(shown("sendingSummaryLabel").contains(QStringLiteral("Slips: 1")));
    QVERIFY(shown("sendingSummaryLabel").contains(QStringLiteral("without an address: 1")));
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("list.pdf"))).size() > 1'000);
    click("dispatchButton");
    QCOMPARE(find<QLineEdit>("dispatchCarrierLineEdit")->text(), QStringLiteral("CJ")); // as the last time
    click("dispatchConfirmButton");
    QCOMPARE(m_desk->pledge(first).state, domain::PledgeState::Fulfilled);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    click("withSentCheckBox");
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

void tst_CampaignScreens::picturesOfACampaign()
{
    m_desk->draft("spring");
    open("spring");
    tab(1);
    const QTemporaryDir folder;
    auto* strip = find<ui::PictureStrip>("pictureStrip");
    for (const Qt::GlobalColor colour : {Qt::red, Qt::blue}) {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = folder.filePath(QString::number(colour) + QStringLiteral(".png"));
        QVERIFY(image.save(path));
        strip->addFile(path);
        settle();
    }
    auto* view = find<QListView>("picturesListView");
    QCOMPARE(view->model()->rowCount(), 2);
    QTRY_VERIFY(!view->model()->index(1, 0).data(Qt::DecorationRole).value<QPixmap>().isNull());
    const auto pictures = [&] { return store::CampaignReader(m_desk->reader()).pictures(m_desk->id<domain::ProjectId>("spring")); };
    const QByteArray first = pictures()[0].sha256;
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    settle();
    click("pictureFirstButton");
    QCOMPARE(pictures()[1].sha256, first);
    view->setCurrentIndex(view->model()->index(0, 0));
    settle();
    click("pictureCaptionButton");
    type("pictureCaptionField1LineEdit", QStringLiteral("the stage"));
    click("pictureCaptionConfirmButton");
    QCOMPARE(pictures()[0].caption, QStringLiteral("the stage"));
    QVERIFY(!m_page->hasUnsaved()); // pictures are written at once
    view->setCurrentIndex(view->model()->index(1, 0));
    settle();
    click("removePictureButton");
    QCOMPARE(pictures().size(), size_t(1));
    QFile words(folder.filePath(QStringLiteral("words.png")));
    QVERIFY(words.open(QIODevice::WriteOnly));
    words.write("none");
    words.close();
    strip->addFile(words.fileName());
    settle();
    QVERIFY(find<QLabel>("picturesFaultLabel")->isVisible());
    QCOMPARE(pictures().size(), size_t(1));
}

QTEST_MAIN(tst_CampaignScreens)
#include "tst_campaignscreens.moc"
