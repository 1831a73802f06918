// SPDX-License-Identifier: GPL-3.0-or-later

// Walks every screen and dialog in every state, in both languages, all looks and sizes, and checks each (screencheck.h). With the
// variable ENCORE_PICTURES set to a folder it also takes a picture of each, for a person to look at.

#include "doorscene.h"
#include "screencheck.h"
#include "ui/common/languageswitcher.h"
#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"

#include <QCoreApplication>
#include <QTest>

using namespace encore;
using namespace encore::tests;

class tst_EveryScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSound_data();
    void isSound();
    void theCheckFindsFaults();

private:
    struct World {
        World() = default;
        Q_DISABLE_COPY_MOVE(World)
        ~World() { (void)scene.page.release(); } // the window has taken it over
        ui::LanguageSwitcher languages;
        ui::CameraSource camera;
        ui::PictureSource pictures;
        DoorScene scene;
        std::unique_ptr<ui::MainWindow> window;
    };
    void build(World& world);
    void settle() const;
    void look(const char* state);
    void scan(const char* code, const char* state);
    void lookAtDoor();
    void lookAtSupervisor();
    void lookAtFrame();
    void lookAtBundles();
    [[nodiscard]] QDialog* dialog() const;
    template<class Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        auto* widget = m_world->window->findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }

    World* m_world = nullptr;
    ScreenCheck* m_check = nullptr;
};

namespace
{

/// Keys, marks and the names of the scene.
const std::set<QString> foreignWords = {
    QStringLiteral("PIN"),     QStringLiteral("QR"),       QStringLiteral("PDF"),      QStringLiteral("Esc"),      QStringLiteral("Enter"),
    QStringLiteral("Ctrl"),    QStringLiteral("Alt"),      QStringLiteral("Encore"),   QStringLiteral("English"),  QStringLiteral("Delete"),
    QStringLiteral("Autumn"),  QStringLiteral("Evening"),  QStringLiteral("Tour"),     QStringLiteral("Matin"),    QStringLiteral("Main"),
    QStringLiteral("entrance"), QStringLiteral("Side"),    QStringLiteral("Hall"),     QStringLiteral("Handheld"), QStringLiteral("ORD"),
    QStringLiteral("Standing"), QStringLiteral("Guest"),   QStringLiteral("Which"),    QStringLiteral("shirt"),    QStringLiteral("size"),
    QStringLiteral("Small"),   QStringLiteral("Medium"),   QStringLiteral("Phone"),    QStringLiteral("number"),   QStringLiteral("for"),
    QStringLiteral("the"),     QStringLiteral("cloakroom"), QStringLiteral("festival"), QStringLiteral("json"),    QStringLiteral("Olivia"),
    QStringLiteral("Park"),    QStringLiteral("Jisoo"),    QStringLiteral("Han"),      QStringLiteral("Daniel"),   QStringLiteral("Kwon"),
    QStringLiteral("early"),   QStringLiteral("bird"),     QStringLiteral("VH"),       QStringLiteral("Desk"),     QStringLiteral("ée"),
    QStringLiteral("tickets"), QStringLiteral("are"),      QStringLiteral("ready"),    QStringLiteral("offline"),  QStringLiteral("clock"),
    QStringLiteral("was"),     QStringLiteral("set"),      QStringLiteral("by"),       QStringLiteral("hand"),     QStringLiteral("check"),
    QStringLiteral("it"),      QStringLiteral("Tab"),      QStringLiteral("Space"),    QStringLiteral("Home"),
    QStringLiteral("PNG"),     QStringLiteral("ttyS"),     QStringLiteral("orders"),   QStringLiteral("valid"),    QStringLiteral("until"),
    QStringLiteral("encore"),  QStringLiteral("bundle")};

} // namespace

void tst_EveryScreen::isSound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::ThemeKind>("theme");
    QTest::addColumn<bool>("korean");
    QTest::newRow("1024x700-light-ko") << QSize(1024, 700) << ui::ThemeKind::Light << true;
    QTest::newRow("1024x700-contrast-en") << QSize(1024, 700) << ui::ThemeKind::HighContrast << false;
    QTest::newRow("1280x800-light-ko") << QSize(1280, 800) << ui::ThemeKind::Light << true;
    QTest::newRow("1280x800-dark-en") << QSize(1280, 800) << ui::ThemeKind::Dark << false;
    QTest::newRow("1280x800-contrast-ko") << QSize(1280, 800) << ui::ThemeKind::HighContrast << true;
    QTest::newRow("1920x1080-dark-ko") << QSize(1920, 1080) << ui::ThemeKind::Dark << true;
    QTest::newRow("1920x1080-light-en") << QSize(1920, 1080) << ui::ThemeKind::Light << false;
}

void tst_EveryScreen::build(World& world)
{
    world.scene.devices.camera = &world.camera;
    world.scene.devices.pictures = &world.pictures;
    world.window = std::make_unique<ui::MainWindow>(world.scene.services, world.scene.theme, world.languages);
    world.scene.open(false);
    auto* settings = new ui::SettingsPage(world.scene.services, world.scene.theme, world.languages);
    world.window->addPage(world.scene.page.get());
    world.window->addPage(settings);
    connect(settings, &ui::SettingsPage::importWanted, world.window.get(), &ui::MainWindow::importBundle);
}

void tst_EveryScreen::settle() const
{
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QDialog* tst_EveryScreen::dialog() const
{
    for (QDialog* found : m_world->window->findChildren<QDialog*>()) {
        if (found->isVisible())
            return found;
    }
    return nullptr;
}

/// The dialog in front where there is one, else the window.
void tst_EveryScreen::look(const char* state)
{
    settle();
    QWidget* front = dialog() ? static_cast<QWidget*>(dialog()) : m_world->window.get();
    m_check->look(*front, QLatin1String(state));
    if (qEnvironmentVariableIsSet("ENCORE_PICTURES")) {
        const QString path = qEnvironmentVariable("ENCORE_PICTURES") + QLatin1Char('/') + QLatin1String(state) + QLatin1Char('-')
            + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png");
        QVERIFY2(front->grab().save(path), qPrintable(path));
    }
}

void tst_EveryScreen::scan(const char* code, const char* state)
{
    m_world->scene.source.scan(code);
    look(state);
}

void tst_EveryScreen::lookAtDoor()
{
    scan("GO", "go");
    scan("LOOK TWICE", "attention");
    scan("UNLISTED", "unlisted");
    scan("ALREADY", "already");
    scan("WRONG GATE", "helpdesk");
    scan("NONSENSE", "stop");
    scan("BROKEN", "failure");
    scan("FULL", "full");
    scan("ASK", "ask");
    scan("UNPAID", "unpaid");
    scan("GROUP", "group");
    scan("GO", "parked");
    const char* several[] = {"GO", "ALREADY", "NONSENSE", "WRONG GATE"};
    for (int number = 0; number < 4; ++number)
        m_world->scene.source.scan(several[number], "picture", number, 4);
    look("several");
    QTest::keyClick(m_world->scene.page.get(), Qt::Key_F3);
    scan("GO", "out");
    QTest::keyClick(m_world->scene.page.get(), Qt::Key_F4);
    scan("GO", "lookonly");
    QTest::keyClick(m_world->scene.page.get(), Qt::Key_F2);
    find<QLineEdit>("searchLineEdit")->setText(QString::fromUtf8("김"));
    QTRY_COMPARE(find<QListView>("searchListView")->model()->rowCount(), 2);
    look("search");
    find<QLineEdit>("searchLineEdit")->setText(QString::fromUtf8("없는 이름"));
    QTRY_COMPARE(find<QListView>("searchListView")->model()->rowCount(), 0);
    look("search-nothing");
    find<QLineEdit>("searchLineEdit")->clear();
    scan("GO", "go-again");
    QTest::keyClick(m_world->scene.page.get(), Qt::Key_Z, Qt::ControlModifier);
    auto* menu = m_world->window->findChild<QMenu*>(QStringLiteral("undoMenu"));
    QVERIFY(menu);
    m_check->lookAtMenu(*menu, QStringLiteral("undo"));
    menu->close();
}

void tst_EveryScreen::lookAtSupervisor()
{
    QTest::keyClick(m_world->scene.page.get(), Qt::Key_L, Qt::ControlModifier);
    settle();
    look("pin");
    find<QLineEdit>("pinLineEdit")->setText(QStringLiteral("1111"));
    find<QPushButton>("pinConfirmButton")->click();
    look("pin-wrong");
    find<QLineEdit>("pinLineEdit")->setText(QStringLiteral("2468"));
    find<QPushButton>("pinConfirmButton")->click();
    settle();
    auto* tabs = find<QTabWidget>("supervisorTabWidget");
    const char* names[] = {"supervisor-counts", "supervisor-arrivals", "supervisor-readiness",
                           "supervisor-failed", "supervisor-list",     "supervisor-settings"};
    QCOMPARE(tabs->count(), 6);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(names[tab]);
        if (tab == 4) {
            find<QPushButton>("paperTicksButton")->click();
            look("paper-ticks");
            QVERIFY(dialog());
            dialog()->reject();
            settle();
        }
    }
}

void tst_EveryScreen::lookAtFrame()
{
    m_world->window->showPage(QStringLiteral("settings"));
    look("settings");
    find<QToolButton>("searchButton")->click();
    look("palette");
    find<QLineEdit>("paletteLineEdit")->setText(QString::fromUtf8("김"));
    look("palette-found");
    find<QLineEdit>("paletteLineEdit")->setText(QStringLiteral("ㅋㅋㅋ"));
    look("palette-nothing");
    QVERIFY(dialog());
    dialog()->reject();
    m_world->scene.pin.set(QStringLiteral("2468"), {}, this, [](const domain::Status&) {});
    m_world->window->enterKiosk();
    look("pin-new");
    QVERIFY(dialog());
    dialog()->reject();
    settle();
}

void tst_EveryScreen::lookAtBundles()
{
    m_world->window->importDemo();
    look("import-begins");
    support::FakeBundleService::Asked& asked = m_world->scene.bundles.asked.back();
    asked.progress(40, 100);
    look("import-runs");
    asked.answer(domain::error(domain::ErrorCode::Invalid,
                               domain::message("bundle.format").with("path", QStringLiteral("/orders/120000/tickets/3/valid_until"))));
    look("import-refused");
    QVERIFY(dialog());
    dialog()->reject();
    settle();
}

void tst_EveryScreen::isSound()
{
    QFETCH(QSize, size);
    QFETCH(ui::ThemeKind, theme);
    QFETCH(bool, korean);
    World world;
    m_world = &world;
    world.languages.apply(korean ? domain::Language::Korean : domain::Language::English);
    world.scene.theme.apply(theme);
    build(world);
    ScreenCheck check(korean, foreignWords);
    m_check = &check;
    world.window->resize(size);
    world.window->show();
    look("gate");
    find<QAbstractButton>("gateChooseButton")->click();
    look("idle");
    lookAtDoor();
    lookAtSupervisor();
    lookAtFrame();
    lookAtBundles();
    world.scene.queries.setRows<commands::DoorGates>({});
    world.window->showPage(QStringLiteral("door"));
    world.scene.page->reload();
    look("no-gates");
    world.scene.queries.setAnswer<commands::DoorGates>([](const commands::DoorGates&) {
        return domain::Result<std::vector<commands::DoorGates::Row>>(
            domain::error(domain::ErrorCode::Damaged, domain::message("store.damaged").with("file", QStringLiteral("festival.json")).with("reason", QStringLiteral("11"))));
    });
    world.scene.page->reload();
    look("gates-unreadable");
    const QStringList faults = check.faults();
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QVERIFY(faults.isEmpty());
    QVERIFY(check.windows() > 35);
}

/// A check that finds nothing proves nothing: a window with every fault in it.
void tst_EveryScreen::theCheckFindsFaults()
{
    QWidget window;
    window.resize(200, 100);
    auto* label = new QLabel(QStringLiteral("A text that is much too long for its place"), &window);
    label->setGeometry(0, 0, 50, 20);
    auto* button = new QPushButton(QStringLiteral("Refund everything now"), &window);
    button->setGeometry(40, 0, 30, 20);
    button->setFocusPolicy(Qt::NoFocus);
    auto* later = new QLineEdit(&window);
    later->setGeometry(0, 60, 80, 20);
    auto* earlier = new QLineEdit(&window);
    earlier->setGeometry(180, 30, 80, 20);
    window.show();
    ScreenCheck check(true, {});
    check.look(window, QStringLiteral("bad"));
    const QString all = check.faults().join(u'\n');
    for (const char* expected : {"cut off", "overlaps", "leaves the window", "no accessible name", "no hint", "does not end in Button",
                                 "Tab does not reach it", "which is read later", "is not Korean"})
        QVERIFY2(all.contains(QLatin1String(expected)), expected);
}

QTEST_MAIN(tst_EveryScreen)
#include "tst_everyscreen.moc"
