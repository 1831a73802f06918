// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "raster/paperpdf.h"
#include "ui/boxoffice/boxofficepage.h"
#include "ui/campaigns/campaignspage.h"
#include "ui/campaigns/fundingpage.h"
#include "ui/common/rights.h"
#include "ui/coupons/couponspage.h"
#include "ui/door/doorpage.h"
#include "ui/home/homepage.h"
#include "ui/messages/messagespage.h"
#include "ui/orders/orderspage.h"
#include "ui/people/peoplepage.h"
#include "ui/reports/reportspage.h"
#include "ui/shell/settingspage.h"
#include "ui/sync/syncpage.h"

#include <QApplication>
#include <QFile>
#include <QSysInfo>

#include <algorithm>

namespace encore::console
{
namespace
{

QString deskNameOf(const QSettings& settings)
{
    const QString name = settings.value(QStringLiteral("desk/name")).toString();
    return name.isEmpty() ? QSysInfo::machineHostName() : name;
}

domain::Language languageOf(const QSettings& settings)
{
    const QString chosen = settings.value(QStringLiteral("ui/language")).toString();
    const bool korean = chosen.isEmpty() ? QLocale::system().language() == QLocale::Korean : chosen == u"ko";
    return korean ? domain::Language::Korean : domain::Language::English;
}

/// What leaves the house from here, where this is the house.
courier::CourierParts couriersOf(const store::Workspace& workspace, const DeskSecrets& secrets)
{
    courier::CourierParts parts = courier::partsOfEnvironment([&secrets, path = workspace.path()] { return secrets.open(path); });
    parts.mail.attach = [](const std::vector<domain::TicketPaper>& papers, domain::Language language) -> domain::Result<std::vector<courier::Attachment>> {
        domain::Result<QByteArray> bytes = raster::ticketPdf(papers, language);
        if (!bytes)
            return bytes.error();
        return std::vector<courier::Attachment>{{QStringLiteral("tickets.pdf"), "application/pdf", std::move(bytes).value()}};
    };
    return parts;
}

} // namespace

Console::Console(std::unique_ptr<store::Workspace> workspace, std::unique_ptr<QSettings> settings, bool chooseGate) :
    m_workspace(std::move(workspace)), m_settings(std::move(settings)),
    m_writer(*m_workspace, deskNameOf(*m_settings), m_clock, m_random, m_mailbox), m_reader(*m_workspace, m_clock, m_mailbox),
    m_bundles(*m_workspace, deskNameOf(*m_settings), m_clock, m_random, m_mailbox),
    m_secrets(m_random), m_papers(*m_workspace, deskNameOf(*m_settings), m_secrets, m_clock, m_random, m_mailbox),
    m_files(*m_workspace, m_writer, m_mailbox), m_letters(*m_workspace, m_secrets, m_mailbox), m_pin(m_workspace->reader(), m_writer, m_clock),
    m_sync(*m_workspace, m_writer, m_secrets, *m_settings, m_clock, m_random, m_mailbox, deskNameOf(*m_settings)), m_people(m_sync, m_writer, m_reader, m_clock, m_random, m_mailbox),
    m_due(*m_workspace, deskNameOf(*m_settings), m_clock, m_random),
    m_couriers(*m_workspace, deskNameOf(*m_settings), m_clock, m_random, couriersOf(*m_workspace, m_secrets))
{
    if (chooseGate)
        chooseFirstGate();
    m_languages.apply(languageOf(*m_settings));
    m_theme.apply(ui::ThemeKind(m_settings->value(QStringLiteral("ui/theme"), int(ui::ThemeKind::System)).toInt()));
    m_services = {&m_writer, &m_reader, &m_writer, &m_pin, &m_bundles, &m_clock, m_settings.get(), &m_papers, &m_files, &m_sync, &m_people};
    m_sync.start(); // before the pages: they ask what may be done here
    m_window = std::make_unique<ui::MainWindow>(m_services, m_theme, m_languages);
    m_keyboard = std::make_unique<ui::WedgeSource>(m_window.get());
    addPages();
}

bool Console::mayUse(commands::Right right) const
{
    return ui::mayUse(m_sync.status(), right);
}

ui::DoorPage* Console::makeDoor()
{
    ui::DoorDevices devices;
    devices.camera = &m_camera;
    devices.pictures = &m_pictures;
    devices.keyboard = m_keyboard.get();
    devices.serial = &m_serial;
    devices.player = &m_player;
    auto* door = new ui::DoorPage(m_services, m_theme, devices);
    ui::MainWindow* window = m_window.get();
    QObject::connect(door, &ui::DoorPage::importWanted, window, &ui::MainWindow::importBundle);
    QObject::connect(door, &ui::DoorPage::demoWanted, window, &ui::MainWindow::importDemo);
    QObject::connect(window, &ui::MainWindow::workspaceChanged, door, &ui::DoorPage::reload);
    QObject::connect(window, &ui::MainWindow::ticketChosen, door, [window, door](const QString& label) {
        window->showPage(door->pageId());
        door->showTicket(label);
    });
    return door;
}

ui::SettingsPage* Console::makeSettings()
{
    auto* page = new ui::SettingsPage(m_services, m_theme, m_languages);
    QObject::connect(page, &ui::SettingsPage::kioskWanted, m_window.get(), &ui::MainWindow::enterKiosk);
    QObject::connect(page, &ui::SettingsPage::importWanted, m_window.get(), &ui::MainWindow::importBundle);
    QObject::connect(page, &ui::SettingsPage::exportWanted, m_window.get(), &ui::MainWindow::exportBundle);
    return page;
}

ui::SyncPage* Console::makeSync()
{
    auto* page = new ui::SyncPage(m_services, m_theme);
    QObject::connect(page, &ui::SyncPage::workspaceWanted, m_window.get(), [this](const QString& path) {
        if (m_workspaceWanted)
            m_workspaceWanted(path);
    });
    return page;
}

void Console::addPages()
{
    ui::MainWindow* window = m_window.get();
    ui::DoorPage* door = makeDoor();
    auto* boxOffice = new ui::BoxOfficePage(m_services, m_theme);
    auto* orders = new ui::OrdersPage(m_services, m_theme);
    auto* campaigns = new ui::CampaignsPage(m_services, m_theme);
    auto* home = new ui::HomePage(m_services, m_theme);
    const auto showOrder = [window, orders](const QString& label) {
        window->showPage(orders->pageId());
        orders->showOrder(label);
    };
    QObject::connect(boxOffice, &ui::BoxOfficePage::orderWanted, orders, showOrder);
    QObject::connect(home, &ui::HomePage::orderWanted, orders, showOrder);
    QObject::connect(home, &ui::HomePage::pageWanted, window, &ui::MainWindow::showPage);
    QObject::connect(home, &ui::HomePage::campaignWanted, campaigns, [window, campaigns](domain::ProjectId project) {
        window->showPage(campaigns->pageId());
        campaigns->showCampaign(project);
    });
    auto* funding = new ui::FundingPage(m_services, m_theme);
    auto* rewards = new ui::RewardsPage(m_services, m_theme);
    QObject::connect(funding, &ui::FundingPage::campaignWanted, campaigns, [window, campaigns](domain::ProjectId project) {
        window->showPage(campaigns->pageId());
        campaigns->showCampaign(project);
    });
    QObject::connect(rewards, &ui::RewardsPage::rewardsWanted, campaigns, [window, campaigns](domain::ProjectId project) {
        window->showPage(campaigns->pageId());
        campaigns->showCampaign(project);
        campaigns->showTab(2);
    });
    using commands::Right;
    const bool seesCampaigns = mayUse(Right::ManageCampaigns) || mayUse(Right::ReviewCampaigns);
    const bool sells = mayUse(Right::Sell);
    const bool seesMoney = mayUse(Right::Refund);
    const std::pair<ui::Page*, bool> pages[] = {
        {home, seesCampaigns || sells || !mayUse(Right::Scan)},
        {campaigns, seesCampaigns},
        {funding, seesCampaigns},
        {rewards, seesCampaigns},
        {orders, sells || seesMoney},
        {boxOffice, sells},
        {door, mayUse(Right::Scan)},
        {new ui::CouponsPage(m_services, m_theme), mayUse(Right::ManageSales)},
        {new ui::ReportsPage(m_services, m_theme), seesMoney},
        {new ui::PeoplePage(m_services, m_theme), mayUse(Right::ManagePeople)},
        {new ui::MessagesPage(m_services, m_letters, m_theme), sells || seesMoney},
        {makeSync(), true},
        {makeSettings(), true},
    };
    for (const auto& [page, isForThem] : pages) {
        if (isForThem)
            m_window->addPage(page);
        else
            page->setParent(window); // taken down with it, never shown
    }
    m_window->showPage(mayUse(commands::Right::Scan) ? door->pageId() : home->pageId()); // where people wait
}

void Console::chooseFirstGate()
{
    const auto& gates = m_workspace->reader().catalogue().gates;
    const auto widest = std::max_element(gates.begin(), gates.end(), [](const auto& left, const auto& right) {
        const auto products = [](const domain::Gate& gate) { return gate.productIds ? gate.productIds->size() : SIZE_MAX; };
        return products(left.second) != products(right.second) ? products(left.second) < products(right.second)
                                                               : left.second.label > right.second.label;
    });
    if (widest != gates.end())
        m_settings->setValue(QStringLiteral("door/gate"), widest->first.text());
}

qint64 residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

Console::~Console()
{
    m_keyboard.reset();
    m_window.reset(); // before the threads it asks
}

} // namespace encore::console
