// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pindialog.h"

#include "ui/common/languageswitcher.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace encore::ui
{

PinDialog::PinDialog(PinService& pins, QWidget* parent) : QDialog(parent), m_pins(pins), m_isNew(!pins.isSet())
{
    setObjectName(QStringLiteral("pinDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(360);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(Theme::grid);
    m_prompt = new QLabel(this);
    m_prompt->setObjectName(QStringLiteral("pinPromptLabel"));
    m_prompt->setWordWrap(true);
    layout->addWidget(m_prompt);
    const auto addEdit = [&](QLineEdit*& edit, const char* name) {
        edit = new QLineEdit(this);
        edit->setObjectName(QLatin1String(name));
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
        edit->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,12}")), edit));
        edit->setMinimumHeight(5 * Theme::grid);
        layout->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &PinDialog::updateButton);
    };
    addEdit(m_pin, "pinLineEdit");
    addEdit(m_repeat, "pinRepeatLineEdit");
    m_repeat->setVisible(m_isNew);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("pinFaultLabel"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    layout->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("pinCancelButton"));
    m_cancel->setAutoDefault(false);
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(QStringLiteral("pinConfirmButton"));
    m_confirm->setDefault(true);
    Theme::makePrimary(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &PinDialog::submit);
    updateButton();
    retranslate();
}

void PinDialog::updateButton()
{
    m_confirm->setEnabled(m_pin->text().size() >= 4 && (!m_isNew || m_pin->text() == m_repeat->text()));
}

void PinDialog::submit()
{
    m_confirm->setEnabled(false);
    const auto answer = [this](const domain::Status& status) { conclude(status); };
    if (m_isNew)
        m_pins.set({}, m_pin->text(), this, answer);
    else
        m_pins.verify(m_pin->text(), this, answer);
}

void PinDialog::conclude(const domain::Status& status)
{
    if (status) {
        accept();
        return;
    }
    m_fault->setText(QStringLiteral("▲ ") + inWords(status.error().message));
    m_fault->show();
    adjustSize(); // for as many lines as it has
    m_pin->clear();
    m_repeat->clear();
    m_pin->setFocus();
}

void PinDialog::retranslate()
{
    setWindowTitle(tr("Supervisor"));
    m_prompt->setText(m_isNew ? tr("Choose a PIN of 4 to 12 digits for supervisors of this desk.")
                              : tr("Enter the supervisor's PIN."));
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setPlaceholderText(tr("PIN"));
    m_pin->setToolTip(tr("4 to 12 digits"));
    m_repeat->setAccessibleName(tr("PIN again"));
    m_repeat->setPlaceholderText(tr("PIN again"));
    m_repeat->setToolTip(tr("The same digits once more"));
    m_confirm->setText(m_isNew ? tr("Set PIN") : tr("Open"));
    m_confirm->setToolTip(tr("Goes on (Enter)"));
    m_confirm->setAccessibleName(m_confirm->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Goes back (Esc)"));
    m_cancel->setAccessibleName(m_cancel->text());
}

void PinDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
