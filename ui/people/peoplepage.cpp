// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplepage.h"

#include "commands/door/doorqueries.h"
#include "peopledialogs.h"
#include "peoplemodels.h"
#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"

#include <QAbstractProxyModel>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace encore::ui
{

PeoplePage::PeoplePage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_users(new UserModel(this)), m_devices(new DeviceModel(this))
{
    setObjectName(QStringLiteral("peoplePage"));
    build();
    say();
    for (const DataTable* table : {m_userTable, m_deviceTable})
        connect(table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, &PeoplePage::refresh);
    connect(m_add, &QPushButton::clicked, this, [this] { askUser(true); });
    connect(m_edit, &QPushButton::clicked, this, [this] { askUser(false); });
    connect(m_userTable->view(), &QTableView::activated, this, [this] { askUser(false); });
    connect(m_password, &QPushButton::clicked, this, &PeoplePage::askPassword);
    connect(m_toggle, &QPushButton::clicked, this, &PeoplePage::toggle);
    connect(m_revoke, &QPushButton::clicked, this, &PeoplePage::askRevoke);
    connect(m_code, &QPushButton::clicked, this, [this] {
        auto* dialog = new CodeDialog(*m_services.people, m_theme, this);
        connect(dialog, &QDialog::finished, this, &PeoplePage::reload);
        dialog->open();
    });
    refresh();
}

void PeoplePage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("peopleHeadingLabel"));
    head->addWidget(m_heading);
    head->addStretch();
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        head->addWidget(made);
        return made;
    };
    m_edit = button("editUserButton");
    m_password = button("setPasswordButton");
    m_toggle = button("toggleUserButton");
    m_add = button("addUserButton");
    m_revoke = button("revokeDeviceButton");
    m_code = button("letDeviceInButton");
    Theme::makePrimary(m_add);
    Theme::makePrimary(m_code);
    column->addLayout(head);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("peopleAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setProperty("fault", true);
    m_answer->setWordWrap(true);
    column->addWidget(m_answer);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("peopleTabWidget"));
    m_tabs->setDocumentMode(true);
    m_userTable = new DataTable(*m_users, QStringLiteral("users"), *m_services.settings, m_theme, m_tabs);
    m_deviceTable = new DataTable(*m_devices, QStringLiteral("devices"), *m_services.settings, m_theme, m_tabs);
    for (DataTable* table : {m_userTable, m_deviceTable}) {
        table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setContentsMargins(0, Theme::grid, 0, 0);
        m_tabs->addTab(table, QString());
    }
    column->addWidget(m_tabs, 1);
}

void PeoplePage::say()
{
    m_wording.label(m_heading, [] { return tr("People"); });
    m_wording.button(m_add, [] { return tr("Let somebody in…"); }, [] { return tr("Somebody new who may sign in"); });
    m_wording.button(m_edit, [] { return tr("Change…"); }, [] { return tr("Another name or role; with another role they sign in anew"); });
    m_wording.button(m_password, [] { return tr("New password…"); }, [] { return tr("They are signed out everywhere"); });
    m_wording.button(m_toggle, [] { return tr("Shut out"); }, [] { return tr("They are signed out everywhere, and may not sign in; undone the same way"); });
    m_wording.button(m_code, [] { return tr("Let a device in…"); }, [] { return tr("Makes a code by which one device comes in"); });
    m_wording.button(m_revoke, [] { return tr("Shut out…"); }, [] { return tr("Takes the device's key away, for good"); });
    m_wording.control(m_tabs, [] { return tr("People and devices"); }, [] { return tr("Who may sign in, and where"); });
    m_wording.also([this] {
        m_tabs->setTabText(0, tr("People"));
        m_tabs->setTabText(1, tr("Devices"));
        m_userTable->setCaption(tr("People"));
        m_userTable->setEmptyText(tr("Nobody but the owner of this computer works here yet. Let somebody in, and they can sign in at a server."));
        m_deviceTable->setCaption(tr("Devices"));
        m_deviceTable->setEmptyText(tr("No device was let in yet. Make a code, and scan it at the new desk."));
    });
}

void PeoplePage::retranslated()
{
    m_users->retranslate();
    m_devices->retranslate();
    refresh();
}

void PeoplePage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_devices->setZone(rows->front().timeZone);
    });
    m_services.people->ask(this, [this](const domain::Result<PeopleService::People>& people) {
        if (people) {
            m_users->setRows(people->users);
            m_devices->setRows(people->devices);
        }
        m_answer->setText(people ? QString() : inWords(people.error().message));
        refresh();
    });
}

int PeoplePage::chosen(const DataTable* table, int rows)
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(table->view()->model());
    const QModelIndex index = proxy->mapToSource(table->view()->currentIndex());
    return index.isValid() && index.row() < rows ? index.row() : -1;
}

void PeoplePage::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_answer->setVisible(!m_answer->text().isEmpty());
    const bool isServer = m_services.people->hasServer();
    m_tabs->setTabVisible(1, isServer); // devices come in at a server
    const bool isDevices = isServer && m_tabs->currentIndex() == 1;
    for (QPushButton* button : {m_add, m_edit, m_password, m_toggle})
        button->setVisible(!isDevices);
    for (QPushButton* button : {m_code, m_revoke})
        button->setVisible(isDevices);
    const int user = chosen(m_userTable, m_users->rowCount());
    for (QPushButton* button : {m_edit, m_password, m_toggle})
        button->setEnabled(user >= 0);
    m_toggle->setText(user >= 0 && m_users->row(user).disabled ? tr("Let in again") : tr("Shut out"));
    m_toggle->setAccessibleName(m_toggle->text());
    const int device = chosen(m_deviceTable, m_devices->rowCount());
    m_revoke->setEnabled(device >= 0 && !m_devices->row(device).revokedAt);
}

void PeoplePage::told(const domain::Status& status)
{
    m_answer->setText(status ? QString() : inWords(status.error().message));
    if (status)
        reload();
    refresh();
}

void PeoplePage::askUser(bool isNew)
{
    const int row = chosen(m_userTable, m_users->rowCount());
    if (!isNew && row < 0)
        return;
    auto* dialog = new UserDialog(*m_services.people, isNew ? std::nullopt : std::optional(m_users->row(row)), m_theme, this);
    connect(dialog, &UserDialog::done, this, &PeoplePage::reload);
    dialog->open();
}

void PeoplePage::askPassword()
{
    const commands::Users::Row user = m_users->row(chosen(m_userTable, m_users->rowCount()));
    auto* dialog = new AskDialog(QStringLiteral("newPassword"), m_theme, this);
    dialog->setWords([] { return tr("Give somebody a new password"); },
                     [called = user.userName.isEmpty() ? user.label : user.userName] { return tr("%1 is signed out everywhere and signs in with the new one.").arg(called); },
                     [] { return tr("Set it"); });
    dialog->addField([] { return tr("New password"); }, [] { return tr("At least 10 characters"); }, true);
    dialog->hideTyping(0);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = user.userId] {
        constexpr int shortest = 10;
        if (dialog->field(0).size() < shortest)
            return told(domain::error(domain::ErrorCode::Invalid, domain::message("people.short_password").with("count", shortest)));
        m_services.people->setPassword(id, dialog->field(0), this, [this](const domain::Status& status) { told(status); });
    });
    dialog->open();
}

void PeoplePage::toggle()
{
    const commands::Users::Row& user = m_users->row(chosen(m_userTable, m_users->rowCount()));
    commands::EditUser edit;
    edit.userId = user.userId;
    edit.disabled = !user.disabled;
    m_services.people->give(commands::makeRequest(edit, commands::owner()), this, [this](const domain::Status& status) { told(status); });
}

void PeoplePage::askRevoke()
{
    const commands::Devices::Row device = m_devices->row(chosen(m_deviceTable, m_devices->rowCount()));
    auto* dialog = new AskDialog(QStringLiteral("revokeDevice"), m_theme, this);
    dialog->setWords([] { return tr("Shut this device out?"); },
                     [called = device.deviceName] {
                         return tr("“%1” loses its key for good. As soon as it reaches the server, what it knows of people is wiped there; what was done on it and not sent can be saved to a file.").arg(called);
                     },
                     [] { return tr("Shut out"); });
    connect(dialog, &QDialog::accepted, this, [this, id = device.deviceId] {
        m_services.people->give(commands::makeRequest(commands::RevokeDevice{id}, commands::owner()), this, [this](const domain::Status& status) { told(status); });
    });
    dialog->open();
}

} // namespace encore::ui
