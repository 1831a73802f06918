// SPDX-License-Identifier: GPL-3.0-or-later

// Takes a picture of each state of the Door screen, to be looked at by a person. Set ENCORE_PICTURES to a folder.

#include "doorscene.h"
#include "support/tstranslator.h"
#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace encore;
using namespace encore::tests;

class tst_DoorPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();

private:
    void settle() const;
    void grab(const char* state);
    void scan(const char* code, const char* state);
    void takeSupervisor();

    QString m_prefix;
    QSize m_size;
    DoorScene* m_scene = nullptr;
};

void tst_DoorPictures::takes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::ThemeKind>("theme");
    QTest::addColumn<bool>("korean");
    QTest::newRow("small-light-ko") << QSize(1190, 700) << ui::ThemeKind::Light << true;
    QTest::newRow("small-dark-en") << QSize(1190, 700) << ui::ThemeKind::Dark << false;
    QTest::newRow("large-light-en") << QSize(1830, 980) << ui::ThemeKind::Light << false;
    QTest::newRow("large-dark-ko") << QSize(1830, 980) << ui::ThemeKind::Dark << true;
    QTest::newRow("least-contrast-en") << QSize(940, 600) << ui::ThemeKind::HighContrast << false;
}

void tst_DoorPictures::settle() const
{
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
}

void tst_DoorPictures::grab(const char* state)
{
    settle();
    const QString path = qEnvironmentVariable("ENCORE_PICTURES") + QLatin1Char('/') + QLatin1String(state) + QLatin1Char('-') + m_prefix
        + QStringLiteral(".png");
    QVERIFY2(m_scene->page->grab().save(path), qPrintable(path));
}

void tst_DoorPictures::scan(const char* code, const char* state)
{
    m_scene->source.scan(code);
    grab(state);
}

void tst_DoorPictures::takeSupervisor()
{
    QTest::keyClick(m_scene->page.get(), Qt::Key_L, Qt::ControlModifier);
    settle();
    auto* pin = m_scene->find<QLineEdit>("pinLineEdit");
    pin->setText(QStringLiteral("2468"));
    grab("pin");
    m_scene->find<QPushButton>("pinConfirmButton")->click();
    settle();
    auto* tabs = m_scene->find<QTabWidget>("supervisorTabWidget");
    const char* names[] = {"supervisor-counts",  "supervisor-arrivals", "supervisor-readiness",
                           "supervisor-failed", "supervisor-list",     "supervisor-settings"};
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        grab(names[tab]);
    }
}

void tst_DoorPictures::takes()
{
    if (qEnvironmentVariableIsEmpty("ENCORE_PICTURES"))
        QSKIP("ENCORE_PICTURES names no folder");
    QFETCH(QSize, size);
    QFETCH(ui::ThemeKind, theme);
    QFETCH(bool, korean);
    m_prefix = QLatin1String(QTest::currentDataTag());
    support::TsTranslator translator(QStringLiteral(ENCORE_TEST_DATA "/../../../translations/encore_ko.ts"));
    if (korean)
        QCoreApplication::installTranslator(&translator);
    QLocale::setDefault(QLocale(korean ? QLocale::Korean : QLocale::English));
    ui::CameraSource camera;
    ui::PictureSource pictures;
    DoorScene scene;
    m_scene = &scene;
    scene.devices.camera = &camera;
    scene.devices.pictures = &pictures;
    scene.theme.apply(theme);
    scene.open(false);
    scene.page->resize(size);
    scene.page->show();
    grab("gate");
    scene.find<QAbstractButton>("gateChooseButton")->click();
    grab("idle");
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
    scan("GO", "parked");
    for (int number = 0; number < 4; ++number) {
        const char* codes[] = {"GO", "ALREADY", "NONSENSE", "WRONG GATE"};
        scene.source.scan(codes[number], "picture", number, 4);
    }
    grab("several");
    QTest::keyClick(scene.page.get(), Qt::Key_F3);
    scan("GO", "out");
    QTest::keyClick(scene.page.get(), Qt::Key_F4);
    scan("GO", "lookonly");
    QTest::keyClick(scene.page.get(), Qt::Key_F2);
    scene.find<QLineEdit>("searchLineEdit")->setText(QString::fromUtf8("김"));
    QTRY_COMPARE(scene.find<QListView>("searchListView")->model()->rowCount(), 2);
    grab("search");
    scene.find<QLineEdit>("searchLineEdit")->clear();
    scan("GO", "go-again");
    takeSupervisor();
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(tst_DoorPictures)
#include "tst_doorpictures.moc"
