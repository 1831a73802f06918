// SPDX-License-Identifier: GPL-3.0-or-later
#include "changeview.h"

#include "syncmodels.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"
#include "ui/common/syncwords.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace encore::ui
{

namespace
{

constexpr int mostShown = 160; ///< characters of a value; the hint has all of it

} // namespace

ChangeView::ChangeView(const Services& services, Theme& theme, QWidget* parent) : QFrame(parent), m_services(services), m_theme(theme)
{
    setObjectName(QStringLiteral("changeView"));
    Theme::makeCard(this);
    constexpr int leastWidth = 480; // four columns, two of them with a choice
    setMinimumWidth(leastWidth);
    build();
    showNothing();
}

void ChangeView::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto label = [this, column](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    m_heading = label("changeHeadingLabel");
    m_state = label("changeStateLabel");
    m_reason = label("changeReasonLabel");
    auto* scroll = m_scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("changeFieldsArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fieldsArea = new QWidget(scroll);
    m_fieldsArea->setObjectName(QStringLiteral("changeFields"));
    scroll->setWidget(m_fieldsArea);
    column->addWidget(scroll, 1);
    m_effect = label("changeEffectLabel");
    m_fault = label("changeFaultLabel");
    m_fault->setProperty("fault", true);
    column->addStretch();
    auto* row = new QHBoxLayout;
    row->addStretch();
    const auto button = [this, row](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        row->addWidget(made);
        return made;
    };
    m_seen = button("changeSeenButton");
    m_decide = button("changeDecideButton");
    Theme::makePrimary(m_decide);
    column->addLayout(row);
    m_wording.button(m_seen, [] { return tr("I have seen to it"); }, [] { return tr("Takes it off this list; what became of it stays written down") ; });
    m_wording.button(m_decide, [] { return tr("Do so"); }, [] { return tr("Ends the conflict as chosen above"); });
    connect(m_seen, &QPushButton::clicked, this, [this] {
        m_services.sync->markSeen(m_change->commandId, this, [this](const domain::Status& status) { answered(status); });
    });
    connect(m_decide, &QPushButton::clicked, this, &ChangeView::decide);
}

void ChangeView::setWorkspace(const QString& currency, const QString& zone)
{
    m_currency = currency;
    m_zone = zone;
}

void ChangeView::show(const commands::Outbox::Row& change)
{
    const bool isSame = m_change && m_change->commandId == change.commandId && m_change->state == change.state;
    m_change = change;
    if (!isSame) {
        m_isFilled = false;
        m_fault->clear();
        fill({});
    }
    askFields(); // also of the same one: what stands at the server comes later than its refusal
    refresh();
}

void ChangeView::showNothing()
{
    m_change.reset();
    m_fault->clear();
    fill({});
    refresh();
}

void ChangeView::askFields()
{
    m_services.queries->ask<commands::OutboxFields>({m_change->commandId}, this, [this, asked = m_change->commandId](const auto& rows) {
        if (!m_change || m_change->commandId != asked || !rows)
            return;
        if (m_isFilled && *rows == m_fieldRows)
            return; // what was chosen stays chosen
        m_isFilled = true;
        fill(*rows);
        refresh();
    });
}

void ChangeView::fill(const std::vector<commands::OutboxFields::Row>& fields)
{
    m_fieldRows = fields;
    m_lines.clear();
    m_wholeMine = nullptr;
    qDeleteAll(m_fieldsArea->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_fieldsArea->layout();
    m_grid = new QGridLayout(m_fieldsArea);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * Theme::grid);
    m_grid->setVerticalSpacing(Theme::grid);
    const bool isConflict = m_change && m_change->state == u"conflict";
    if (isConflict && m_isFilled && fields.empty())
        addWhole();
    if (!fields.empty())
        addTitles();
    for (size_t i = 0; i < fields.size(); ++i)
        addField(int(i) + 1, fields[i]);
    m_grid->setRowStretch(int(fields.size()) + 3, 1);
}

QLabel* ChangeView::cell(const QString& name, const QString& text)
{
    auto* made = new QLabel(text.size() > mostShown ? QString(text.left(mostShown) + u'…') : text, m_fieldsArea);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setToolTip(text.size() > mostShown ? text : QString());
    made->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return made;
}

QRadioButton* ChangeView::radio(const QString& name, const QString& text, bool isMine)
{
    auto* made = new QRadioButton(m_fieldsArea);
    made->setObjectName(name + QStringLiteral("RadioButton"));
    made->setText(isMine ? tr("as done here") : tr("as at the server"));
    made->setAccessibleName(QString(text + QStringLiteral(": ") + made->text()));
    made->setToolTip(isMine ? tr("Goes to the server as a new change") : tr("Stays as the server says"));
    connect(made, &QRadioButton::toggled, this, &ChangeView::refresh);
    return made;
}

void ChangeView::addTitles()
{
    const QString titles[] = {tr("Field"), tr("It was"), tr("Here"), tr("At the server")};
    for (int column = 0; column < 4; ++column) {
        QLabel* title = cell(QStringLiteral("changeTitle%1Label").arg(column), titles[column]);
        Theme::makeMuted(title);
        m_grid->addWidget(title, 0, column);
        m_grid->setColumnStretch(column, column == 0 ? 2 : 3);
    }
}

void ChangeView::addField(int row, const commands::OutboxFields::Row& field)
{
    const QString title = inWords({QByteArray(QByteArray("field.") + field.field.toLatin1()), {}});
    const QString name = QStringLiteral("change") + field.field;
    m_grid->addWidget(cell(name + QStringLiteral("TitleLabel"), title), row, 0);
    m_grid->addWidget(cell(name + QStringLiteral("BaseLabel"), valueText(field.base, field.kind)), row, 1);
    const auto side = [&](const char* which, const std::optional<QString>& value, QRadioButton* choice) {
        auto* column = new QVBoxLayout;
        column->setSpacing(Theme::grid / 2);
        column->addWidget(cell(name + QLatin1String(which) + QStringLiteral("Label"), valueText(value, field.kind)));
        if (choice)
            column->addWidget(choice);
        column->addStretch();
        return column;
    };
    FieldLine line{field.field, nullptr, nullptr};
    if (m_change->state == u"conflict") {
        auto* group = new QButtonGroup(m_fieldsArea);
        line.mine = radio(name + QStringLiteral("Mine"), title, true);
        line.theirs = radio(name + QStringLiteral("Theirs"), title, false);
        group->addButton(line.mine);
        group->addButton(line.theirs);
        // Where nobody else touched it, what was wanted here stands; where somebody did, a person has to say.
        line.mine->setChecked(!field.changedElsewhere);
    }
    m_grid->addLayout(side("Mine", field.mine, line.mine), row, 2);
    m_grid->addLayout(side("Theirs", field.theirs, line.theirs), row, 3);
    m_lines.push_back(line);
}

void ChangeView::addWhole()
{
    auto* group = new QButtonGroup(m_fieldsArea);
    m_wholeMine = radio(QStringLiteral("changeWholeMine"), commandWords(m_change->command), true);
    m_wholeMine->setText(tr("Do it all the same"));
    QRadioButton* leave = radio(QStringLiteral("changeWholeTheirs"), commandWords(m_change->command), false);
    leave->setText(tr("Leave it as the server says"));
    group->addButton(m_wholeMine);
    group->addButton(leave);
    leave->setChecked(true);
    m_grid->addWidget(m_wholeMine, 1, 0);
    m_grid->addWidget(leave, 2, 0);
}

QString ChangeView::valueText(const std::optional<QString>& value, commands::FieldKind kind) const
{
    if (!value || value->isEmpty())
        return tr("nothing");
    switch (kind) {
    case commands::FieldKind::Money:
        return moneyText(value->toLongLong(), m_currency);
    case commands::FieldKind::Number:
        return QLocale().toString(value->toLongLong());
    case commands::FieldKind::Moment: {
        const auto moment = domain::parseInstant(*value);
        return moment ? momentText(*moment, m_zone) : *value;
    }
    case commands::FieldKind::YesNo:
        return *value == u"true" ? tr("yes") : tr("no");
    default:
        return *value;
    }
}

QString ChangeView::stateText() const
{
    const QString& state = m_change->state;
    if (m_change->isInDoubt)
        return tr("It waits for the server, but cannot be done here any more; the server will judge.");
    if (state == u"queued" || state == u"in_flight")
        return tr("It has taken effect here and waits for the server.");
    if (state == u"acknowledged")
        return tr("The server has done it; what it wrote has not come back yet.");
    if (state == u"conflict")
        return tr("Somebody else changed the same. Nothing of this change stands, until you decide.");
    return tr("The server refused it. It has no effect, here or there.");
}

QString ChangeView::reasonText() const
{
    // Which field it is stands below.
    if (m_change->reason.isEmpty() || m_change->reasonId == u"edit.elsewhere")
        return {};
    const domain::Message known{m_change->reasonId.toLatin1(), {}};
    const bool isWhole = domain::hasWords(known.id) && !domain::words(known, domain::Language::English).contains(u'{');
    return tr("Why: %1").arg(isWhole ? inWords(known) : m_change->reason);
}

QString ChangeView::effectText() const
{
    const QString& state = m_change->state;
    if (state == u"rejected") {
        if (m_change->command == u"PlaceOrder" || m_change->command == u"PayOrder")
            return tr("The sale never came to be: its seats are free, and codes that were printed for it are refused at every door. Money that was taken has to be handed back.");
        if (m_change->command == u"PlacePledge")
            return tr("The pledge never came to be: nothing is charged, and its rewards are free.");
        return tr("No money and no seat has moved.");
    }
    if (state != u"conflict")
        return {};
    const auto touches = [this](const char* field) {
        return std::any_of(m_fieldRows.begin(), m_fieldRows.end(), [&](const auto& row) { return row.field == QLatin1String(field); });
    };
    QString text = tr("What is “as done here” goes to the server as a new change; the rest stays as the server says.");
    if (touches("price"))
        text += u' ' + tr("A price counts from now on: what was sold keeps its price.");
    if (touches("limit") || touches("quantity"))
        text += u' ' + tr("Nobody loses a place: a limit below what is taken is refused.");
    if (touches("starts_at") || touches("doors_at"))
        text += u' ' + tr("Tickets stay good for the new time.");
    return text;
}

void ChangeView::refresh()
{
    const bool isConflict = m_change && m_change->state == u"conflict";
    const bool isRefused = m_change && m_change->state == u"rejected";
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_heading->setText(!m_change ? tr("Choose a change to see how it stands.")
                                 : m_change->subject.isEmpty() ? commandWords(m_change->command)
                                                               : QString(commandWords(m_change->command) + QStringLiteral(": ") + m_change->subject));
    m_state->setText(m_change ? stateText() : QString());
    m_reason->setText(m_change ? reasonText() : QString());
    m_effect->setText(m_change ? effectText() : QString());
    for (QLabel* label : {m_state, m_reason, m_effect, m_fault})
        label->setVisible(!label->text().isEmpty());
    m_scroll->setVisible(m_wholeMine || !m_fieldRows.empty());
    m_seen->setVisible(isRefused);
    m_decide->setVisible(isConflict);
    const bool isChosen = std::all_of(m_lines.begin(), m_lines.end(), [](const FieldLine& line) { return !line.mine || line.mine->isChecked() || line.theirs->isChecked(); });
    m_decide->setEnabled(isConflict && m_isFilled && isChosen);
}

void ChangeView::decide()
{
    std::vector<QString> mine;
    for (const FieldLine& line : m_lines) {
        if (line.mine->isChecked())
            mine.push_back(line.field);
    }
    const bool isMine = m_wholeMine ? m_wholeMine->isChecked() : !mine.empty();
    m_decide->setEnabled(false);
    m_services.sync->solve(m_change->commandId, isMine, mine, this, [this](const domain::Status& status) { answered(status); });
}

void ChangeView::answered(const domain::Status& status)
{
    m_fault->setText(status ? QString() : inWords(status.error().message));
    refresh();
    if (status)
        Q_EMIT decided();
}

void ChangeView::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_decide)
        return;
    m_wording.sayAgain();
    fill(std::vector(m_fieldRows));
    refresh();
}

} // namespace encore::ui
