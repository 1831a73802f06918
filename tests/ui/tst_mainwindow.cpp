// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/doorqueries.h"
#include "support/fakes.h"
#include "support/fakeservices.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"

#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace encore;

/// A page of one button, so that the frame is tested and no screen.
class PlainPage final : public ui::Page
{
    Q_OBJECT

public:
    [[nodiscard]] QString title() const override { return QStringLiteral("Plain"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("ticket"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("plain"); }
};

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsOnlyWhatIsThere();
    void saysItsStateInWords();
    void thePaletteByKeyboard();
    void anOldAnswerIsDropped();
    void languageWithoutRestart();
    void themes();
    void kioskNeedsThePin();
    void closingAKioskNeedsThePin();
    void thePinIsSetInSettings();
    void importsAndSaysWhatCame();
    void anImportIsStopped();
    void exportsBehindThePin();

private:
    template<class Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QDialog* openDialog() const;

    support::FakeClock m_clock{{1'795'168'800'000}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<support::FakeQueryRunner> m_queries;
    support::FakeCommandRunner m_commands;
    support::FakeDoorService m_door;
    support::FakeBundleService m_bundles;
    support::FakeSyncService m_sync;
    support::FakePeopleService m_people;
    std::unique_ptr<support::FakePinService> m_pin;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::LanguageSwitcher> m_languages;
    std::unique_ptr<ui::MainWindow> m_window;
};

void tst_MainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_queries = std::make_unique<support::FakeQueryRunner>();
    commands::WorkspaceInfo::Row info;
    info.name = QStringLiteral("Hall 홀");
    info.tickets = 12431;
    m_queries->setRows<commands::WorkspaceInfo>({info});
    m_pin = std::make_unique<support::FakePinService>();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->apply(ui::ThemeKind::Light);
    m_languages = std::make_unique<ui::LanguageSwitcher>();
    m_languages->apply(domain::Language::English);
    const ui::Services services{&m_commands, m_queries.get(), &m_door, m_pin.get(), &m_bundles, &m_clock, m_settings.get(), nullptr, nullptr, &m_sync, &m_people};
    m_window = std::make_unique<ui::MainWindow>(services, *m_theme, *m_languages);
    m_window->addPage(new PlainPage);
    auto* settings = new ui::SettingsPage(services, *m_theme, *m_languages);
    connect(settings, &ui::SettingsPage::kioskWanted, m_window.get(), &ui::MainWindow::enterKiosk);
    m_window->addPage(settings);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_languages.reset();
    m_theme.reset();
}

QDialog* tst_MainWindow::openDialog() const
{
    for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void tst_MainWindow::showsOnlyWhatIsThere()
{
    QCOMPARE(m_window->findChildren<QToolButton*>(QRegularExpression(QStringLiteral("RailButton$"))).size(), 2);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("plain"));
    QTest::mouseClick(find<QToolButton>("settingsRailButton"), Qt::LeftButton);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(m_window->currentPageId(), QStringLiteral("plain"));
}

void tst_MainWindow::saysItsStateInWords()
{
    QTRY_COMPARE(find<QLabel>("workspaceLabel")->text(), QStringLiteral("Hall 홀"));
    QVERIFY(find<QLabel>("stateLabel")->text().startsWith(QStringLiteral("12,431 tickets ready offline")));
}

void tst_MainWindow::thePaletteByKeyboard()
{
    commands::FindTickets::Row found;
    found.ticketId = domain::TicketId(QUuid::createUuid());
    found.holder = QStringLiteral("김하늘");
    m_queries->setAnswer<commands::FindTickets>([found](const commands::FindTickets& query) {
        return domain::Result<std::vector<commands::FindTickets::Row>>(
            query.text == u"김" ? std::vector{found} : std::vector<commands::FindTickets::Row>());
    });
    QSignalSpy chosen(m_window.get(), &ui::MainWindow::ticketChosen);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(openDialog());
    auto* list = find<QListView>("paletteListView");
    auto* field = find<QLineEdit>("paletteLineEdit");
    QTRY_COMPARE(list->model()->rowCount(), 6); // two screens, four actions
    QTest::keyClicks(field, QStringLiteral("sett"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("settings"));
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    field->setText(QStringLiteral("김"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!openDialog());
}

void tst_MainWindow::anOldAnswerIsDropped()
{
    m_queries->setAnswer<commands::FindTickets>([](const commands::FindTickets& query) {
        commands::FindTickets::Row row;
        row.holder = query.text;
        return domain::Result<std::vector<commands::FindTickets::Row>>(std::vector{row});
    });
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* field = find<QLineEdit>("paletteLineEdit");
    auto* list = find<QListView>("paletteListView");
    m_queries->queue.hold();
    field->setText(QStringLiteral("zz"));
    field->setText(QStringLiteral("zzz"));
    QCOMPARE(m_queries->queue.heldCount(), 2);
    m_queries->queue.releaseOne(1);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("zzz"));
    m_queries->queue.releaseAll();
    QCoreApplication::processEvents();
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("zzz"));
}

void tst_MainWindow::languageWithoutRestart()
{
    auto* button = find<QToolButton>("languageButton");
    QCOMPARE(button->text(), QStringLiteral("한국어"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_languages->language(), domain::Language::Korean);
    QCOMPARE(m_settings->value(QStringLiteral("ui/language")).toString(), QStringLiteral("ko"));
    QTRY_COMPARE(button->text(), QStringLiteral("English"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_languages->language(), domain::Language::English);
}

void tst_MainWindow::themes()
{
    auto* button = find<QToolButton>("themeButton");
    const ui::ThemeKind expected[] = {ui::ThemeKind::Dark, ui::ThemeKind::HighContrast, ui::ThemeKind::Light};
    for (const ui::ThemeKind kind : expected) {
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_theme->kind(), kind);
        // WCAG 2.1: text on its ground has at least 4.5 to 1.
        const auto luminance = [](const QColor& colour) {
            const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const double la = luminance(a);
            const double lb = luminance(b);
            return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
        };
        for (const QColor& ground : {m_theme->surface(), m_theme->raised()}) {
            QVERIFY(contrast(m_theme->text(), ground) >= 4.5);
            QVERIFY(contrast(m_theme->mutedText(), ground) >= 4.5);
            QVERIFY(contrast(m_theme->accent(), ground) >= 4.5);
        }
        for (const door::Signal signal :
             {door::Signal::Go, door::Signal::Ask, door::Signal::HelpDesk, door::Signal::Stop, door::Signal::Already})
            QVERIFY(contrast(m_theme->signal(signal).text, m_theme->signal(signal).background) >= 4.5);
    }
}

void tst_MainWindow::kioskNeedsThePin()
{
    m_window->enterKiosk(); // no PIN yet: nobody could leave, so one is set first
    QVERIFY(!m_window->isKiosk());
    QTRY_VERIFY(openDialog());
    openDialog()->reject();
    m_pin->set(QString(), QStringLiteral("4711"), this, [](const domain::Status&) {});
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isKiosk());
    QVERIFY(!m_window->findChild<QWidget*>(QStringLiteral("rail"))->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(openDialog());
    QPointer<QDialog> dialog = openDialog();
    auto* field = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("1111"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_pin->tries, 1);
    QCoreApplication::processEvents();
    QVERIFY(m_window->isKiosk());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("4711"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!m_window->isKiosk());
    QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("rail"))->isVisible());
}

void tst_MainWindow::closingAKioskNeedsThePin()
{
    m_pin->set(QString(), QStringLiteral("4711"), this, [](const domain::Status&) {});
    m_window->enterKiosk();
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(openDialog());
    auto* field = openDialog()->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("4711"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!m_window->isVisible());
}

void tst_MainWindow::thePinIsSetInSettings()
{
    m_window->showPage(QStringLiteral("settings"));
    QVERIFY(!find<QLineEdit>("currentPinLineEdit")->isEnabled());
    QTest::keyClicks(find<QLineEdit>("newPinLineEdit"), QStringLiteral("123456"));
    QTest::mouseClick(find<QPushButton>("setPinButton"), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>("answerLabel")->text(), QStringLiteral("The PIN is set."));
    QVERIFY(m_pin->isSet());
    QVERIFY(find<QLineEdit>("currentPinLineEdit")->isEnabled());
    QVERIFY(find<QLineEdit>("newPinLineEdit")->text().isEmpty());
}

void tst_MainWindow::importsAndSaysWhatCame()
{
    QSignalSpy changed(m_window.get(), &ui::MainWindow::workspaceChanged);
    m_window->importBundle();
    auto* chooser = m_window->findChild<QFileDialog*>(QStringLiteral("importFileDialog"));
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(QStringLiteral("/data/festival.json"));
    chooser->reject();
    QCOMPARE(m_bundles.asked.size(), size_t(1));
    QCOMPARE(m_bundles.asked.front().path, QStringLiteral("/data/festival.json"));
    QCOMPARE(find<QLabel>("bundleHeadingLabel")->text(), QStringLiteral("Importing festival.json"));
    m_bundles.asked.front().progress(250, 1000);
    QCOMPARE(find<QProgressBar>("bundleProgressBar")->value(), 250);
    m_bundles.asked.front().answer(domain::Message{"It is all here.", {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(find<QLabel>("bundleAnswerLabel")->text(), QStringLiteral("It is all here."));
    QVERIFY(openDialog());
    QTest::mouseClick(find<QPushButton>("bundleCloseButton"), Qt::LeftButton);
    QTRY_VERIFY(!openDialog());
}

void tst_MainWindow::anImportIsStopped()
{
    QSignalSpy changed(m_window.get(), &ui::MainWindow::workspaceChanged);
    m_window->importDemo();
    QTRY_VERIFY(openDialog());
    QTest::keyClick(openDialog(), Qt::Key_Escape);
    QCOMPARE(m_bundles.cancelled, 1);
    QVERIFY(openDialog()); // until the service has answered
    QVERIFY(!find<QPushButton>("bundleCloseButton")->isEnabled());
    m_bundles.asked.back().answer(domain::error(domain::ErrorCode::Cancelled, domain::message("bundle.cancelled")));
    QTRY_VERIFY(!openDialog());
    QCOMPARE(changed.size(), 0);

    m_window->importDemo(); // too late to stop: what was done is said
    QTRY_VERIFY(openDialog());
    QTest::keyClick(openDialog(), Qt::Key_Escape);
    m_bundles.asked.back().answer(domain::Message{"It is all here.", {}});
    QVERIFY(openDialog());
    QCOMPARE(openDialog()->findChild<QLabel*>(QStringLiteral("bundleAnswerLabel"))->text(), QStringLiteral("It is all here."));
    QCOMPARE(changed.size(), 1);
}

void tst_MainWindow::exportsBehindThePin()
{
    m_pin->set(QString(), QStringLiteral("4711"), this, [](const domain::Status&) {});
    m_window->exportBundle();
    QTRY_VERIFY(openDialog());
    QVERIFY(!m_window->findChild<QFileDialog*>());
    auto* field = openDialog()->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("4711"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QFileDialog*>(QStringLiteral("exportFileDialog")));
    auto* chooser = m_window->findChild<QFileDialog*>(QStringLiteral("exportFileDialog"));
    Q_EMIT chooser->fileSelected(QStringLiteral("/data/out.json"));
    chooser->reject();
    QCOMPARE(m_bundles.asked.back().what, QByteArray("export"));
    m_bundles.asked.back().answer(domain::error(domain::ErrorCode::Unavailable, domain::Message{"The disk is full.", {}}));
    QCOMPARE(find<QLabel>("bundleAnswerLabel")->text(), QStringLiteral("The disk is full."));
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
