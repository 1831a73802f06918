// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatechooser.h"

#include "doorwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace encore::ui
{

QString gateName(const commands::DoorGates::Row& gate)
{
    return gate.name.isEmpty() ? gate.label : gate.name;
}

GateChooser::GateChooser(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("gateChooser"));
    auto* outer = new QHBoxLayout(this);
    auto* column = new QWidget(this);
    column->setMaximumWidth(90 * Theme::grid);
    outer->addWidget(column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addStretch();
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("gateTitleLabel"));
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("gateTextLabel"));
    m_text->setWordWrap(true);
    layout->addWidget(m_text);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("gateListWidget"));
    m_list->setMinimumHeight(240);
    m_list->setMaximumHeight(480);
    layout->addWidget(m_list, 6);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    const auto add = [&](QPushButton*& button, const char* name, auto wish) {
        button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setMinimumSize(20 * Theme::grid, 6 * Theme::grid);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, wish);
    };
    add(m_retry, "gateRetryButton", &GateChooser::retryRequested);
    add(m_choose, "gateChooseButton", &GateChooser::choose);
    Theme::makePrimary(m_choose);
    add(m_import, "importButton", &GateChooser::importRequested);
    add(m_demo, "demoButton", &GateChooser::demoRequested);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_list, &QListWidget::itemActivated, this, &GateChooser::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_choose->setEnabled(row >= 0); });
    connect(&theme, &Theme::changed, this, &GateChooser::retranslate);
    retranslate();
}

void GateChooser::setGates(const std::vector<commands::DoorGates::Row>& gates)
{
    m_gates = gates;
    m_fault.clear();
    retranslate();
    fill();
}

void GateChooser::setFault(const QString& text)
{
    m_fault = text;
    retranslate();
}

void GateChooser::fill()
{
    const int chosen = m_list->currentRow();
    m_list->clear();
    for (const commands::DoorGates::Row& gate : m_gates) {
        const QString admits = gate.performanceTitles.isEmpty() ? tr("All performances") : gate.performanceTitles;
        auto* item = new QListWidgetItem(gateName(gate) + QStringLiteral("\n") + DoorWords::joined({gate.zoneName, admits}), m_list);
        item->setSizeHint(QSize(200, 8 * Theme::grid));
    }
    m_list->setCurrentRow(m_gates.empty() ? -1 : std::max(0, chosen));
    m_choose->setEnabled(m_list->currentRow() >= 0);
    if (isVisible())
        m_list->setFocus();
}

void GateChooser::choose()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < int(m_gates.size()))
        Q_EMIT chosen(m_gates.at(size_t(row)).id);
}

void GateChooser::retranslate()
{
    m_title->setFont(m_theme.font(TextRole::Title));
    m_title->setText(!m_fault.isEmpty() ? tr("The gates cannot be read") : m_gates.empty() ? tr("There are no gates yet") : tr("At which gate does this desk stand?"));
    m_text->setText(!m_fault.isEmpty() ? m_fault
                    : m_gates.empty()  ? tr("A gate says which tickets are admitted where. Import the bundle of an event, or look around with invented data.")
                                       : tr("It is remembered. A supervisor can change it later."));
    m_list->setVisible(!m_gates.empty());
    m_choose->setVisible(!m_gates.empty());
    m_retry->setVisible(!m_fault.isEmpty());
    m_import->setVisible(m_gates.empty() && m_fault.isEmpty());
    m_demo->setVisible(m_gates.empty() && m_fault.isEmpty());
    m_list->setAccessibleName(tr("Gates"));
    m_list->setToolTip(tr("Choose with the arrow keys, then Enter"));
    m_choose->setText(tr("Stand here"));
    m_choose->setAccessibleName(tr("Stand at this gate"));
    m_choose->setToolTip(tr("Starts scanning at this gate (Enter)"));
    m_import->setText(tr("Import a bundle…"));
    m_import->setAccessibleName(m_import->text());
    m_import->setToolTip(tr("Reads tickets, gates and performances from a file"));
    m_demo->setText(tr("Try it with invented data"));
    m_demo->setAccessibleName(m_demo->text());
    m_demo->setToolTip(tr("Makes 300 guests, six gates and a concert whose doors are open"));
    m_retry->setText(tr("Look again"));
    m_retry->setAccessibleName(tr("Look for gates again"));
    m_retry->setToolTip(tr("Asks for the gates again"));
}

void GateChooser::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

} // namespace encore::ui
