// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "askpanel.h"
#include "cameracorner.h"
#include "doorfacts.h"
#include "doorsession.h"
#include "doorsettings.h"
#include "gatechooser.h"
#include "noticebar.h"
#include "parkedstrip.h"
#include "searchpanel.h"
#include "stewardpanel.h"
#include "supervisorpanel.h"
#include "ui/door/doorpage.h"
#include "verdictview.h"

#include <QStackedWidget>

namespace encore::ui
{

/// The parts of the page and the wires between them: doorpage.cpp puts them together, doorpageactions.cpp is what they do.
class DoorPage::Private final : public QObject
{
    Q_OBJECT

public:
    Private(DoorPage& page, const Services& services, Theme& theme, const DoorDevices& devices);

    // Putting together
    void build();
    void addShortcuts();
    void connectSession();
    void connectPanels();
    void connectFacts();
    void connectSources();
    void retranslate();
    void layOutSide();
    void placeCamera();

    // What happens
    void begin();
    void startSources();
    void stopSources();
    void setGate(domain::GateId gate);
    void showGateName();
    void setMode(StewardPanel::Mode mode);
    void showCase(const DoorCase& guest, bool isNews);
    void showBatch(bool isComplete);
    void showIdle();
    void showSeenAgain();
    void showAgain();
    void announce(door::Signal signal, const QString& spoken);
    void undo(domain::ScanId scan, const QString& reason); ///< of a group all that stand in its row
    void takenBack(domain::ScanId scan);
    void openSupervisor();
    void closeSupervisor();
    void overrideFull();
    void takeMoney();
    void withPin(const std::function<void()>& then);
    void setHideNames(bool hide);
    void showReadiness();
    void refreshPlace();
    void tellFinding();
    void openPicture();
    void paste();
    void escape();
    void pictureStarted(const QString& name);
    void pictureFinished();

    DoorPage& page;
    Services services;
    Theme& theme;
    DoorDevices devices;
    DoorSettings settings;
    DoorSession session;
    DoorFacts facts;

    QStackedWidget* root = nullptr;
    GateChooser* chooser = nullptr;
    QWidget* work = nullptr;
    NoticeBar* notice = nullptr;
    VerdictView* verdict = nullptr;
    CameraCorner* camera = nullptr;
    AskPanel* ask = nullptr;
    ParkedStrip* parked = nullptr;
    QStackedWidget* side = nullptr;
    StewardPanel* steward = nullptr;
    SupervisorPanel* supervisor = nullptr;

    StewardPanel::Mode mode = StewardPanel::Mode::Entry;
    bool hidesNames = false;
    bool isSeenAgain = false;
    QString pictureName;
    QTimer busyDelay; ///< what takes longer than this says so
    QTimer pictureDelay;
    QTimer refreshTimer;
};

} // namespace encore::ui
