// SPDX-License-Identifier: GPL-3.0-or-later
#include "peopledialogs.h"

#include "raster/codeimage.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/syncwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>

namespace encore::ui
{

namespace
{

constexpr int shortestPassword = 10;

void addRoles(QComboBox* box, std::initializer_list<domain::Role> roles)
{
    for (const domain::Role role : roles)
        box->addItem(roleWords(role), int(role));
}

domain::Role roleOf(const QComboBox* box)
{
    return domain::Role(box->currentData().toInt());
}

void sayRoles(QComboBox* box)
{
    for (int item = 0; item < box->count(); ++item)
        box->setItemText(item, roleWords(domain::Role(box->itemData(item).toInt())));
}

} // namespace

UserDialog::UserDialog(PeopleService& people, const std::optional<commands::Users::Row>& user, Theme& theme, QWidget* parent) :
    FormDialog(QStringLiteral("user"), theme, parent), m_people(people), m_user(user)
{
    build();
    m_isBuilt = true;
    refresh();
}

void UserDialog::build()
{
    if (m_user)
        setHeading([] { return tr("Change somebody"); });
    else
        setHeading([] { return tr("Let somebody sign in"); });
    m_email = addLine("Email", [] { return tr("E-mail"); }, [] { return tr("By which they sign in; it cannot be changed later"); });
    m_called = addLine("Name", [] { return tr("Name"); }, [] { return tr("As people call them") ; });
    m_label = addLine("Label", [] { return tr("In the log"); }, [] { return tr("What the log calls them; empty: the e-mail up to its @"); });
    m_role = addChoice("Role", [] { return tr("Role"); }, [] { return tr("What they may see and do") ; });
    using domain::Role;
    addRoles(m_role, {Role::Door, Role::Supervisor, Role::BoxOffice, Role::Musician, Role::Finance, Role::Reviewer, Role::Admin});
    m_wording.also([this] { sayRoles(m_role); });
    m_password = addLine("Password", [] { return tr("First password"); }, [] { return tr("At least 10 characters; empty: cannot sign in yet"); });
    m_password->setEchoMode(QLineEdit::Password);
    if (m_user) {
        m_email->setText(m_user->email);
        m_called->setText(m_user->userName);
        m_role->setCurrentIndex(m_role->findData(int(m_user->role)));
    }
    for (QLineEdit* only : {m_email, m_label, m_password})
        setShown(only, !m_user);
    finish([this] { return m_user ? tr("Save") : tr("Let in"); }, [] { return tr("Takes effect at once"); });
}

domain::Role UserDialog::role() const
{
    return roleOf(m_role);
}

void UserDialog::refresh()
{
    if (!m_isBuilt)
        return;
    const QString typed = m_password->text();
    const bool isShort = !m_user && !typed.isEmpty() && typed.size() < shortestPassword;
    QString words = m_fault;
    if (m_isBusy)
        words = tr("Asking the server …");
    else if (isShort)
        words = tr("The password needs at least %1 characters.").arg(shortestPassword);
    const bool isWhole = m_user || (m_email->text().contains(u'@') && !isShort);
    setFault(words, isWhole && !m_isBusy);
}

void UserDialog::confirm()
{
    m_isBusy = true;
    m_fault.clear();
    refresh();
    const auto answer = [this](const domain::Status& status) { answered(status); };
    if (m_user) {
        commands::EditUser edit;
        edit.userId = m_user->userId;
        if (m_called->text().trimmed() != m_user->userName)
            edit.userName = m_called->text().trimmed();
        if (role() != m_user->role)
            edit.role = role();
        return m_people.give(commands::makeRequest(edit, commands::owner()), this, answer);
    }
    commands::AddUser user;
    user.email = m_email->text().trimmed();
    user.userName = m_called->text().trimmed();
    user.label = m_label->text().trimmed();
    user.role = role();
    m_people.add(user, m_password->text(), this, answer);
}

void UserDialog::answered(const domain::Status& status)
{
    m_isBusy = false;
    m_fault = status ? QString() : inWords(status.error().message);
    refresh();
    if (!status)
        return;
    accept();
    Q_EMIT done();
}

CodeDialog::CodeDialog(PeopleService& people, Theme& theme, QWidget* parent) : FormDialog(QStringLiteral("code"), theme, parent), m_people(people)
{
    setHeading([] { return tr("Let a device in"); });
    addText("What", [] { return tr("The code works once, for a quarter of an hour. At the new desk: Sync, Connect to a server, and scan or type it there."); });
    m_role = addChoice("Role", [] { return tr("Role"); }, [] { return tr("What may be done at that device") ; });
    using domain::Role;
    addRoles(m_role, {Role::Door, Role::Supervisor, Role::BoxOffice});
    m_wording.also([this] { sayRoles(m_role); });
    m_picture = new QLabel(this);
    m_picture->setObjectName(QStringLiteral("codePictureLabel"));
    m_picture->setAlignment(Qt::AlignCenter);
    addPart(m_picture);
    m_code = addLine("Text", [] { return tr("Code"); }, [] { return tr("To be pasted into the new desk's sign-in") ; });
    m_code->setReadOnly(true);
    m_picture->hide();
    setShown(m_code, false);
    finish([] { return tr("Make a code"); }, [] { return tr("Asks the server for a code that works once"); });
    m_isBuilt = true;
    refresh();
}

void CodeDialog::refresh()
{
    if (m_isBuilt)
        setFault(m_isBusy ? tr("Asking the server …") : m_fault, !m_isBusy);
}

void CodeDialog::confirm()
{
    m_isBusy = true;
    m_fault.clear();
    refresh();
    m_people.makeCode(roleOf(m_role), this, [this](const domain::Result<QString>& code) {
        m_isBusy = false;
        m_fault = code ? QString() : inWords(code.error().message);
        if (code)
            showCode(*code);
        refresh();
    });
}

void CodeDialog::showCode(const QString& text)
{
    const auto picture = raster::qrImage(text, 5);
    if (picture) {
        m_picture->setPixmap(QPixmap::fromImage(*picture));
        m_picture->setAccessibleName(tr("The code as a picture, to be scanned"));
        m_picture->show();
    }
    m_code->setText(text);
    setShown(m_code, true);
    m_code->setFocus();
    m_code->setCursorPosition(int(m_code->text().size()));
    m_code->cursorBackward(true, int(m_code->text().size())); // all of it, read from its beginning
}

} // namespace encore::ui
