// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/doorpage.h"

#include "commands/door/findings.h"
#include "doorpageprivate.h"
#include "doorsettingsview.h"
#include "doorwords.h"
#include "ui/common/moneytext.h"
#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSettings>

namespace encore::ui
{

DoorPage::Private::Private(DoorPage& owner, const Services& theServices, Theme& theTheme, const DoorDevices& theDevices)
    : page(owner), services(theServices), theme(theTheme), devices(theDevices), settings(*theServices.settings),
      session(theServices), facts(theServices, theDevices)
{
    for (QTimer* timer : {&busyDelay, &pictureDelay}) {
        timer->setSingleShot(true);
        timer->setInterval(300);
    }
    refreshTimer.setInterval(10'000);
}

void DoorPage::Private::build()
{
    root = new QStackedWidget(&page);
    root->setObjectName(QStringLiteral("doorStackedWidget"));
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(root);
    chooser = new GateChooser(theme, root);
    work = new QWidget(root);
    work->setObjectName(QStringLiteral("doorWork"));
    root->addWidget(chooser);
    root->addWidget(work);

    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    notice = new NoticeBar(work);
    verdict = new VerdictView(theme, work);
    ask = new AskPanel(theme, work);
    parked = new ParkedStrip(theme, work);
    column->addWidget(notice);
    column->addWidget(verdict, 3);
    column->addWidget(ask, 2);
    column->addWidget(parked);
    if (devices.camera) {
        camera = new CameraCorner(*devices.camera, theme, verdict);
        camera->hide();
        verdict->installEventFilter(&page);
    }
    side = new QStackedWidget(work);
    side->setObjectName(QStringLiteral("sideStackedWidget"));
    steward = new StewardPanel(services, theme, side);
    supervisor = new SupervisorPanel(services, theme, session, devices, side);
    side->addWidget(steward);
    side->addWidget(supervisor);
    row->addWidget(side);
    page.setAcceptDrops(devices.pictures != nullptr);
}

void DoorPage::Private::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QAction(&page);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        page.addAction(action);
    };
    add(QKeySequence::Find, [this] { steward->search()->focusSearch(); });
    add(QKeySequence::Undo, [this] { steward->chooseUndo(); });
    add(QKeySequence::Open, [this] { openPicture(); });
    add(QKeySequence::Paste, [this] { paste(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { openSupervisor(); });
    add(QKeySequence(Qt::Key_F6), [this] { session.park(); });
    add(QKeySequence(Qt::Key_Escape), [this] { escape(); });
}

void DoorPage::Private::connectSession()
{
    connect(&session, &DoorSession::shown, this, &Private::showCase);
    connect(&session, &DoorSession::cleared, this, &Private::showIdle);
    connect(&session, &DoorSession::seenAgain, this, &Private::showSeenAgain);
    connect(&session, &DoorSession::batchChanged, this, &Private::showBatch);
    connect(&session, &DoorSession::answeredLate, this, [this](const DoorCase& guest) {
        const QString name = hidesNames ? QString() : guest.verdict.holder;
        notice->showNotice(DoorPage::tr("An earlier scan: %1").arg(DoorWords::joined({DoorWords::headline(guest), name})));
    });
    connect(&session, &DoorSession::recorded, this, [this](const DoorCase& guest) {
        steward->history()->add(guest);
        facts.refreshCount(session.gate());
    });
    connect(&session, &DoorSession::parkedChanged, this, [this] { parked->setCases(session.parkedCases(), hidesNames); });
    connect(&session, &DoorSession::waitingChanged, this, [this] {
        ask->setBusy(session.isWaiting());
        if (!session.isWaiting()) {
            busyDelay.stop();
            verdict->setBusy({});
        } else if (!busyDelay.isActive()) {
            busyDelay.start();
        }
    });
    connect(&busyDelay, &QTimer::timeout, this, [this] { verdict->setBusy(DoorPage::tr("Checking…")); });
}

void DoorPage::Private::connectPanels()
{
    connect(chooser, &GateChooser::chosen, this, &Private::setGate);
    connect(chooser, &GateChooser::retryRequested, &facts, &DoorFacts::refreshWorkspace);
    connect(chooser, &GateChooser::importRequested, &page, &DoorPage::importWanted);
    connect(chooser, &GateChooser::demoRequested, &page, &DoorPage::demoWanted);
    connect(ask, &AskPanel::answered, &session, &DoorSession::submitAnswers);
    connect(ask, &AskPanel::draftChanged, &session, &DoorSession::keepDraft);
    connect(ask, &AskPanel::unpaidConfirmed, &session, &DoorSession::confirmUnpaid);
    connect(ask, &AskPanel::moneyTaken, this, &Private::takeMoney);
    connect(ask, &AskPanel::morePass, &session, &DoorSession::passMore);
    connect(ask, &AskPanel::overrideRequested, this, &Private::overrideFull);
    connect(ask, &AskPanel::parkRequested, &session, &DoorSession::park);
    connect(ask, &AskPanel::discardRequested, this, [this] {
        if (session.shownCase())
            session.discard(session.shownCase()->id);
    });
    connect(parked, &ParkedStrip::resumed, &session, &DoorSession::resume);
    connect(parked, &ParkedStrip::discarded, &session, &DoorSession::discard);
    connect(steward, &StewardPanel::modeChosen, this, &Private::setMode);
    connect(steward, &StewardPanel::undoRequested, this, &Private::undo);
    connect(steward, &StewardPanel::supervisorRequested, this, &Private::openSupervisor);
    connect(steward, &StewardPanel::pictureRequested, this, &Private::openPicture);
    connect(steward->search(), &SearchPanel::codeTyped, this, [this](const QString& code) {
        session.scanCode({code, QStringLiteral("keyboard"), QString(), 0, 1});
    });
    connect(steward->search(), &SearchPanel::admitRequested, &session, &DoorSession::admitByName);
    connect(supervisor, &SupervisorPanel::closed, this, &Private::closeSupervisor);
    connect(supervisor, &SupervisorPanel::readinessRequested, &facts, &DoorFacts::refreshReadiness);
    connect(supervisor, &SupervisorPanel::ticksEntered, this, &Private::refreshPlace);
    connect(supervisor->settings(), &DoorSettingsView::gateChosen, this, &Private::setGate);
    connect(supervisor->settings(), &DoorSettingsView::performancesChosen, this,
            [this] { session.setPerformances(settings.performances()); });
    connect(supervisor->settings(), &DoorSettingsView::hideNamesChosen, this, &Private::setHideNames);
    if (camera) {
        connect(camera, &QAbstractButton::clicked, this, &Private::placeCamera);
        connect(devices.camera, &ScanSource::stateChanged, this, &Private::placeCamera);
    }
}

void DoorPage::Private::connectFacts()
{
    connect(&facts, &DoorFacts::zoneArrived, this, [this] {
        steward->history()->setZone(facts.zone());
        steward->search()->setZone(facts.zone());
        supervisor->setZone(facts.zone());
        ask->setZone(facts.zone());
        showAgain();
    });
    connect(&facts, &DoorFacts::gatesArrived, this, [this] {
        chooser->setGates(facts.gates());
        supervisor->setGates(facts.gates());
        begin();
    });
    connect(&facts, &DoorFacts::gatesFailed, this, [this](const domain::Message& message) {
        chooser->setFault(inWords(message));
        notice->showNotice(inWords(message));
    });
    connect(&facts, &DoorFacts::performancesArrived, this, [this] { supervisor->setPerformances(facts.performances()); });
    connect(&facts, &DoorFacts::questionsArrived, this, [this] {
        if (session.shownCase() && session.shownCase()->asksQuestions())
            ask->showCase(*session.shownCase(), facts.questions());
    });
    connect(&facts, &DoorFacts::countArrived, steward, &StewardPanel::setCount);
    connect(&facts, &DoorFacts::readinessArrived, this, &Private::showReadiness);
    connect(&facts, &DoorFacts::historyArrived, steward->history(), &HistoryModel::setEarlier);
    connect(&refreshTimer, &QTimer::timeout, this, &Private::refreshPlace);
}

void DoorPage::Private::connectSources()
{
    for (ScanSource* source : devices.sources()) {
        connect(source, &ScanSource::scanned, this, [this](const ScanEvent& event) {
            if (page.isVisible())
                session.scanCode(event);
        });
        connect(source, &ScanSource::failed, this, [this](const domain::Message& message) {
            notice->showNotice(inWords(message));
            facts.refreshReadiness();
        });
        connect(source, &ScanSource::stateChanged, &facts, &DoorFacts::refreshReadiness);
    }
    if (!devices.pictures)
        return;
    connect(devices.pictures, &PictureSource::started, this, &Private::pictureStarted);
    connect(devices.pictures, &PictureSource::finished, this, &Private::pictureFinished);
    connect(devices.pictures, &PictureSource::progress, this, [this](int finished, int total) {
        if (!pictureDelay.isActive())
            notice->showWork(DoorPage::tr("Reading %1").arg(pictureName), finished, total);
    });
    connect(&pictureDelay, &QTimer::timeout, this, [this] { notice->showWork(DoorPage::tr("Reading %1").arg(pictureName), 0, 0); });
    connect(notice, &NoticeBar::cancelled, devices.pictures, &PictureSource::cancel);
}

void DoorPage::Private::layOutSide()
{
    const bool isSupervisor = side->currentWidget() == supervisor;
    const int width = page.width();
    side->setFixedWidth(isSupervisor ? std::clamp(width * 2 / 3, 560, 1200) : std::clamp(width * 3 / 10, 320, 520));
    placeCamera();
}

void DoorPage::Private::placeCamera()
{
    if (!camera)
        return;
    // Without a picture there is nothing to show, and the verdicts on the codes of a still picture want all the room.
    const bool isShown = settings.usesCamera() && devices.camera->isReady() && session.batchCases().empty();
    camera->setVisible(isShown);
    verdict->setReserved(isShown ? CameraCorner::cornerSize(verdict->rect()) : QSize());
    camera->place(verdict->rect(), session.shownCase().has_value() || !session.batchCases().empty());
}

DoorPage::DoorPage(const Services& services, Theme& theme, const DoorDevices& devices, QWidget* parent) : Page(parent)
{
    setObjectName(QStringLiteral("doorPage"));
    m_private = std::make_unique<Private>(*this, services, theme, devices);
    m_private->build();
    m_private->addShortcuts();
    m_private->connectSession();
    m_private->connectPanels();
    m_private->connectFacts();
    m_private->connectSources();
    applyDoorSettings(m_private->settings, devices);
    m_private->session.setPerformances(m_private->settings.performances());
    m_private->session.setClearAfter(m_private->settings.clearSeconds() * 1000);
    m_private->setHideNames(m_private->settings.hidesNames());
    m_private->retranslate();
    m_private->facts.refreshWorkspace();
}

DoorPage::~DoorPage() = default;

QString DoorPage::title() const
{
    return tr("Door");
}

QString DoorPage::iconName() const
{
    return QStringLiteral("door");
}

QString DoorPage::pageId() const
{
    return QStringLiteral("door");
}

void DoorPage::reload()
{
    m_private->facts.refreshWorkspace();
    m_private->refreshPlace();
    m_private->tellFinding();
}

/// What came out about a ticket when desks heard of each other, once.
void DoorPage::Private::tellFinding()
{
    services.queries->ask<commands::Findings>({1}, this, [this](const auto& rows) {
        if (!rows || rows->empty())
            return;
        const commands::Findings::Row& newest = rows->front();
        const QString key = QStringLiteral("door/lastFinding");
        if (services.settings->value(key).toString() == newest.findingId)
            return;
        services.settings->setValue(key, newest.findingId);
        const QString zone = facts.zone().name();
        notice->showNotice(DoorPage::tr("Ticket %1 was let in twice: %2 at %3, and %4 at %5.")
                               .arg(newest.ticket, shortMomentText(newest.firstAt, zone), newest.gate, shortMomentText(newest.secondAt, zone), newest.otherGate));
    });
}

void DoorPage::showTicket(const QString& label)
{
    if (m_private->session.gate().isNull())
        return;
    m_private->closeSupervisor();
    m_private->steward->search()->searchFor(label);
}

void DoorPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_private->retranslate();
}

void DoorPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (event->spontaneous())
        return;
    m_private->setHideNames(m_private->settings.hidesNames());
    m_private->startSources();
    m_private->refreshPlace();
    m_private->refreshTimer.start();
}

void DoorPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (event->spontaneous()) // minimised: still this screen
        return;
    m_private->stopSources();
    m_private->refreshTimer.stop();
    m_private->closeSupervisor();
}

void DoorPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_private->layOutSide();
}

void DoorPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_private->devices.pictures && PictureSource::accepts(event->mimeData()))
        event->acceptProposedAction();
}

void DoorPage::dropEvent(QDropEvent* event)
{
    if (m_private->devices.pictures && PictureSource::accepts(event->mimeData())) {
        m_private->devices.pictures->readMime(event->mimeData());
        event->acceptProposedAction();
    }
}

bool DoorPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_private->verdict && event->type() == QEvent::Resize)
        m_private->placeCamera();
    return Page::eventFilter(watched, event);
}

} // namespace encore::ui
