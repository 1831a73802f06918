// SPDX-License-Identifier: GPL-3.0-or-later
#include "joindialog.h"

#include "ui/common/languageswitcher.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace encore::ui
{

namespace
{

constexpr int shortestPassphrase = 8;
const QString joinMark = QStringLiteral("/#join=");

} // namespace

JoinDialog::JoinDialog(SyncService& sync, Kind kind, const QString& deskName, Theme& theme, QWidget* parent) :
    FormDialog(QStringLiteral("join"), theme, parent), m_sync(sync), m_kind(kind)
{
    setMinimumWidth(560);
    build(deskName);
    m_isBuilt = true;
    connect(&sync, &SyncService::statusChanged, this, &JoinDialog::refresh);
    refresh();
}

void JoinDialog::build(const QString& deskName)
{
    if (m_kind == Kind::New) {
        setHeading([] { return tr("Connect to a server"); });
        addText("What", [] {
            return tr("A desk of the house is made in a file of its own, and opened. What is in this workspace stays here, as it is.");
        });
    } else {
        setHeading([] { return tr("Sign in again"); });
        addText("What", [] { return tr("This desk gets a new key. What was done here and waits goes up as soon as it is in."); });
    }
    m_server = addLine("Server", [] { return tr("Server"); }, [] { return tr("For example https://tickets.example.org; a code's whole text may be pasted here"); });
    m_way = addChoice("Way", [] { return tr("How"); }, [] { return tr("A code works once, for a quarter of an hour"); });
    m_way->addItem(QString());
    m_way->addItem(QString());
    m_wording.also([this] {
        m_way->setItemText(0, tr("With a code from an admin"));
        m_way->setItemText(1, tr("With e-mail and password"));
    });
    m_code = addLine("Code", [] { return tr("Code"); }, [] { return tr("Shown under People, Devices, at a desk of an admin"); });
    m_email = addLine("Email", [] { return tr("E-mail"); }, [] { return tr("By which you sign in to the house"); }, Width::Half);
    m_password = addLine("Password", [] { return tr("Password"); }, [] { return tr("Is not kept on this computer"); }, Width::Half);
    m_deskName = addLine("DeskName", [] { return tr("Name of this desk"); }, [] { return tr("Stands beside everything that is done here"); });
    m_deskName->setText(deskName);
    m_deskName->setMaxLength(64);
    m_passphrase = addLine("Passphrase", [] { return tr("Passphrase for this computer"); },
                           [] { return tr("Seals the desk's key, because this computer has no keychain; asked for at each start"); });
    m_authorities = addLine("Authorities", [] { return tr("Certificate file (only with a certificate of your own)"); },
                            [] { return tr("A PEM file of an authority that this computer does not know"); });
    for (QLineEdit* secret : {m_password, m_passphrase})
        secret->setEchoMode(QLineEdit::Password);
    m_server->setText(m_kind == Kind::Again ? m_sync.status().server : QString());
    m_server->setReadOnly(m_kind == Kind::Again);
    m_server->setPlaceholderText(QStringLiteral("https://tickets.example.org"));
    connect(m_server, &QLineEdit::textChanged, this, &JoinDialog::split);
    connect(m_code, &QLineEdit::textChanged, this, &JoinDialog::split);
    finish([] { return tr("Connect"); }, [] { return tr("Asks the server to let this desk in"); });
}

bool JoinDialog::isByCode() const
{
    return m_way->currentIndex() == 0;
}

/// The whole text of a code, pasted into whichever field: where, and by what.
void JoinDialog::split(const QString& text)
{
    const qsizetype mark = text.indexOf(joinMark);
    if (mark < 0)
        return;
    m_way->setCurrentIndex(0);
    if (m_kind == Kind::New)
        m_server->setText(text.left(mark).trimmed());
    m_code->setText(text.mid(mark + joinMark.size()).trimmed());
    m_code->setFocus(); // a hand scanner types on there
}

Joining JoinDialog::joining() const
{
    Joining made;
    made.server = m_server->text().trimmed();
    while (made.server.endsWith(u'/'))
        made.server.chop(1);
    if (isByCode()) {
        made.code = m_code->text().trimmed();
    } else {
        made.email = m_email->text().trimmed();
        made.password = m_password->text();
    }
    made.deskName = m_deskName->text().trimmed();
    made.passphrase = m_passphrase->text().trimmed(); // as it is asked for later
    made.authorities = m_authorities->text().trimmed();
    return made;
}

void JoinDialog::refresh()
{
    if (!m_isBuilt)
        return;
    setShown(m_code, isByCode());
    setShown(m_email, !isByCode());
    setShown(m_password, !isByCode());
    setShown(m_passphrase, !m_sync.hasKeychain());
    const Joining wanted = joining();
    const bool isNamed = isByCode() ? !wanted.code.isEmpty() : !wanted.email.isEmpty() && !wanted.password.isEmpty();
    const bool isSealed = m_sync.hasKeychain() || wanted.passphrase.size() >= shortestPassphrase;
    const bool isWhole = !wanted.server.isEmpty() && !wanted.deskName.isEmpty() && isNamed && isSealed;
    QString words = m_fault;
    if (m_isBusy)
        words = tr("Asking the server …");
    else if (!isSealed && !wanted.passphrase.isEmpty())
        words = tr("The passphrase needs at least %1 characters.").arg(shortestPassphrase);
    setFault(words, isWhole && !m_isBusy);
}

void JoinDialog::confirm()
{
    m_isBusy = true;
    m_fault.clear();
    refresh();
    if (m_kind == Kind::New)
        m_sync.join(joining(), this, [this](const domain::Result<QString>& path) { answered(path ? domain::done() : domain::Status(path.error()), path ? *path : QString()); });
    else
        m_sync.joinAgain(joining(), this, [this](const domain::Status& status) { answered(status, {}); });
}

void JoinDialog::answered(const domain::Status& status, const QString& path)
{
    m_isBusy = false;
    m_fault = status ? QString() : inWords(status.error().message);
    refresh();
    if (!status)
        return;
    accept();
    Q_EMIT joined(path);
}

} // namespace encore::ui
