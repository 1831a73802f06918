// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorpageprivate.h"

#include "commands/door/undoscan.h"
#include "doorsettingsview.h"
#include "doorwords.h"
#include "guestdelegate.h"
#include "takemoneydialog.h"
#include "ui/common/pindialog.h"
#include "ui/door/camerasource.h"
#include "ui/door/picturesource.h"
#include "ui/door/serialsource.h"
#include "ui/door/signalplayer.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLocale>
#include <QMimeData>

namespace encore::ui
{

/// Once the gates are known: at the remembered gate if it still exists, else the desk is asked where it stands.
void DoorPage::Private::begin()
{
    const domain::GateId remembered = settings.gate();
    if (!facts.gate(remembered)) {
        session.setGate({});
        root->setCurrentWidget(chooser);
        return;
    }
    const bool isNew = session.gate() != remembered;
    session.setGate(remembered);
    root->setCurrentWidget(work);
    showGateName();
    if (!isNew)
        return;
    steward->history()->setRows({});
    facts.refreshHistory(remembered, HistoryModel::limit);
    showIdle();
    refreshPlace();
    steward->search()->focusSearch();
    if (page.isVisible())
        startSources();
}

void DoorPage::Private::setGate(domain::GateId gate)
{
    settings.setGate(gate);
    session.clear();
    begin();
}

void DoorPage::Private::showGateName()
{
    if (const auto* gate = facts.gate(session.gate()))
        steward->setGateName(gateName(*gate));
}

void DoorPage::Private::refreshPlace()
{
    if (session.gate().isNull())
        return;
    facts.refreshCount(session.gate());
    facts.refreshReadiness();
}

void DoorPage::Private::startSources()
{
    if (session.gate().isNull())
        return;
    if (devices.camera && settings.usesCamera())
        devices.camera->start();
    if (devices.serial && !settings.serialPort().isEmpty())
        devices.serial->start();
    if (devices.keyboard)
        devices.keyboard->start();
    for (ScanSource* source : devices.others)
        source->start();
}

void DoorPage::Private::stopSources()
{
    const ScanSource* pictures = devices.pictures;
    for (ScanSource* source : devices.sources()) {
        if (source != pictures)
            source->stop();
    }
}

void DoorPage::Private::setMode(StewardPanel::Mode chosen)
{
    mode = chosen;
    session.setDirection(mode == StewardPanel::Mode::Exit ? domain::Direction::Exit : domain::Direction::Entry);
    session.setLookOnly(mode == StewardPanel::Mode::LookOnly);
    session.clear();
}

void DoorPage::Private::showCase(const DoorCase& guest, bool isNews)
{
    isSeenAgain = false;
    const VerdictFace face = faceOf(guest, hidesNames, facts.zone());
    verdict->showVerdict(face);
    ask->showCase(guest, facts.questions());
    if (guest.asksQuestions() && facts.questions().empty())
        facts.refreshQuestions();
    placeCamera();
    if (isNews)
        announce(guest.signal(), face.spoken());
}

void DoorPage::Private::showBatch(bool isComplete)
{
    std::vector<VerdictFace> faces;
    const door::Signal byGravity[]
        = {door::Signal::Go, door::Signal::Ask, door::Signal::Already, door::Signal::HelpDesk, door::Signal::Stop};
    const auto gravity = [&](door::Signal signal) { return std::find(std::begin(byGravity), std::end(byGravity), signal); };
    door::Signal worst = door::Signal::Go;
    for (const DoorCase& guest : session.batchCases()) {
        faces.push_back(faceOf(guest, hidesNames, facts.zone()));
        if (gravity(guest.signal()) > gravity(worst))
            worst = guest.signal();
    }
    ask->hide();
    verdict->showSeveral(faces);
    placeCamera();
    if (isComplete)
        announce(worst, DoorWords::signal(worst));
}

void DoorPage::Private::announce(door::Signal signal, const QString& spoken)
{
    if (!devices.player)
        return;
    devices.player->play(signal);
    devices.player->speak(spoken);
}

void DoorPage::Private::showIdle()
{
    ask->hide();
    const ScanSource* watching = devices.camera;
    const bool cameraReady = watching && watching->isReady();
    QStringList inputs;
    for (const ScanSource* source : devices.sources()) {
        const ScanSource* pictures = devices.pictures;
        if (source != pictures && source->isReady())
            inputs.append(DoorPage::tr("✓ %1").arg(source->label()));
    }
    QString prompt = cameraReady ? DoorPage::tr("Hold a ticket in front of the camera")
        : inputs.isEmpty()       ? DoorPage::tr("Search by name, or type a code")
                                 : DoorPage::tr("Scan a ticket");
    if (mode == StewardPanel::Mode::Exit)
        prompt = DoorPage::tr("Exit: %1").arg(prompt);
    else if (mode == StewardPanel::Mode::LookOnly)
        prompt = DoorPage::tr("Look only: %1").arg(prompt);
    if (devices.pictures)
        inputs.append(DoorPage::tr("✓ Pictures and PDFs: drop them here, paste them (Ctrl+V) or open them (Ctrl+O)"));
    verdict->showIdle(prompt, inputs);
    placeCamera();
}

void DoorPage::Private::showSeenAgain()
{
    isSeenAgain = true;
    showAgain();
}

/// The same in other words: another language, names hidden, the time zone known by now.
void DoorPage::Private::showAgain()
{
    if (!session.batchCases().empty()) {
        showBatch(false);
        return;
    }
    if (!session.shownCase()) {
        showIdle();
        return;
    }
    VerdictFace face = faceOf(*session.shownCase(), hidesNames, facts.zone());
    if (isSeenAgain)
        face.footnote = seenAgainText(*session.shownCase());
    verdict->showVerdict(face);
}

void DoorPage::Private::takeMoney()
{
    if (!session.shownCase() || !session.shownCase()->owesMoney())
        return;
    const auto take = [this, guest = session.shownCase()->id, order = session.shownCase()->verdict.orderLabel] {
        auto* dialog = new TakeMoneyDialog(services, theme, order, &page);
        connect(dialog, &TakeMoneyDialog::paid, this, [this, guest](const QString& change) {
            notice->showNotice(change.isEmpty() ? DoorPage::tr("Paid.") : DoorPage::tr("Paid. Change: %1").arg(change));
            if (session.shownCase() && session.shownCase()->id == guest)
                session.askAgain();
        });
        dialog->open();
    };
    if (services.pin->isSet())
        withPin(take); // whoever takes money answers for the drawer
    else
        take();
}

void DoorPage::Private::undo(domain::ScanId scan, const QString& reason)
{
    const std::vector<domain::ScanId> scans = steward->history()->scansWith(scan);
    for (const domain::ScanId& each : scans) {
        commands::UndoScan command;
        command.scanId = each;
        command.reason = reason;
        services.commands->run(commands::makeRequest(command, session.actor()), this,
                               [this, each, isLast = each == scans.back()](const domain::Result<commands::Outcome>& outcome) {
                                   if (!outcome)
                                       notice->showNotice(inWords(outcome.error().message));
                                   else if (isLast)
                                       takenBack(each);
                               });
    }
}

void DoorPage::Private::takenBack(domain::ScanId scan)
{
    steward->history()->markUndone(scan);
    if (session.shownCase() && session.shownCase()->verdict.scanId == scan)
        session.clear();
    notice->showNotice(DoorPage::tr("Taken back. The ticket can be scanned again."));
    facts.refreshCount(session.gate());
}

void DoorPage::Private::withPin(const std::function<void()>& then)
{
    auto* dialog = new PinDialog(*services.pin, &page);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

void DoorPage::Private::openSupervisor()
{
    if (root->currentWidget() != work || side->currentWidget() == supervisor)
        return;
    withPin([this] {
        session.setSupervisor(true);
        side->setCurrentWidget(supervisor);
        layOutSide();
        facts.refreshReadiness();
    });
}

void DoorPage::Private::closeSupervisor()
{
    session.setSupervisor(false);
    if (side->currentWidget() == steward)
        return;
    side->setCurrentWidget(steward);
    layOutSide();
}

void DoorPage::Private::overrideFull()
{
    if (!session.shownCase())
        return;
    const int id = session.shownCase()->id;
    withPin([this, id] {
        if (session.shownCase() && session.shownCase()->id == id)
            session.overrideFull();
        else
            notice->showNotice(DoorPage::tr("Another ticket was scanned meanwhile. Scan the guest's ticket again."));
    });
}

void DoorPage::Private::setHideNames(bool hide)
{
    hidesNames = hide;
    steward->history()->setHideNames(hide);
    steward->search()->setHideNames(hide);
    parked->setCases(session.parkedCases(), hide);
    showAgain();
}

void DoorPage::Private::showReadiness()
{
    supervisor->setReadiness(facts.readiness());
    const auto worst = supervisor->readiness()->worst();
    QStringList texts;
    for (const commands::DoorReadiness::Row& point : facts.readiness()) {
        if (point.state == worst && worst != ReadinessModel::State::Ready)
            texts.append(inWords(point.text));
    }
    steward->setReadiness(worst, texts.join(u'\n'));
    if (!session.shownCase() && session.batchCases().empty())
        showIdle();
}

void DoorPage::Private::openPicture()
{
    if (!devices.pictures || root->currentWidget() != work)
        return;
    auto* dialog = new QFileDialog(&page, DoorPage::tr("Open a picture or PDF with tickets"));
    dialog->setObjectName(QStringLiteral("pictureFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(DoorPage::tr("Pictures and PDFs (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff *.pdf)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            devices.pictures->readFile(path);
    });
    dialog->open();
}

void DoorPage::Private::paste()
{
    const QMimeData* data = QApplication::clipboard()->mimeData();
    if (devices.pictures && data && PictureSource::accepts(data))
        devices.pictures->readMime(data);
    else
        notice->showNotice(DoorPage::tr("There is no picture and no code to paste."));
}

void DoorPage::Private::escape()
{
    if (steward->search()->isSearching())
        steward->search()->clearSearch();
    else if (side->currentWidget() == supervisor)
        closeSupervisor();
    else
        session.clear();
}

void DoorPage::Private::pictureStarted(const QString& name)
{
    pictureName = name;
    pictureDelay.start();
}

void DoorPage::Private::pictureFinished()
{
    pictureDelay.stop();
    notice->hideWork();
}

void DoorPage::Private::retranslate()
{
    if (devices.player)
        devices.player->setSpeechLocale(QLocale());
    page.setAccessibleName(page.title());
    verdict->setToolTip(QString());
    showAgain();
    if (!session.gate().isNull())
        facts.refreshReadiness(); // what inputs are called depends on the language
}

} // namespace encore::ui
