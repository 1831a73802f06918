// SPDX-License-Identifier: GPL-3.0-or-later
#include "storytab.h"

#include "commands/projects/createproject.h"
#include "picturestrip.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUuid>

namespace encore::ui
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

/// Shows what an author writes and fetches nothing that it names: no file of this machine, no page of the web.
class Preview final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    [[nodiscard]] QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace

StoryTab::StoryTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent)
{
    setObjectName(QStringLiteral("storyTab"));
    constexpr int previewDelayMs = 120; // a long story takes a while to lay out
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(previewDelayMs);
    connect(&m_previewDelay, &QTimer::timeout, this, &StoryTab::refreshPreview);
    build();
    say();
    for (QLineEdit* field : {m_title, m_summary, m_goal, m_start, m_end, m_category, m_venue, m_account})
        connect(field, &QLineEdit::textChanged, this, &StoryTab::refresh);
    connect(m_story, &QPlainTextEdit::textChanged, this, &StoryTab::refresh);
    connect(m_model, &QComboBox::currentIndexChanged, this, &StoryTab::refresh);
    connect(m_donationsOnly, &QCheckBox::toggled, this, &StoryTab::refresh);
    connect(m_save, &QPushButton::clicked, this, &StoryTab::save);
    connect(m_discard, &QPushButton::clicked, this, &StoryTab::discard);
    connect(m_undo, &QPushButton::clicked, this, &StoryTab::undo);
    connect(m_redo, &QPushButton::clicked, this, &StoryTab::redo);
    connect(m_pictures, &PictureStrip::changed, this, &StoryTab::changed);
}

QLineEdit* StoryTab::line(const char* name, QVBoxLayout* column, QLabel*& title)
{
    title = new QLabel(column->parentWidget());
    title->setObjectName(QLatin1String(name) + QStringLiteral("TitleLabel"));
    auto* field = new QLineEdit(column->parentWidget());
    field->setObjectName(QLatin1String(name) + QStringLiteral("LineEdit"));
    column->addWidget(title);
    column->addWidget(field);
    return field;
}

void StoryTab::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    outer->setSpacing(Theme::grid);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    outer->addLayout(row, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("storyScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    auto* form = new QVBoxLayout(inside);
    form->setContentsMargins(0, 0, Theme::grid, 0);
    form->setSpacing(Theme::grid / 2);
    m_title = line("campaignTitle", form, m_titleTitle);
    m_summary = line("campaignSummary", form, m_summaryTitle);
    m_goal = line("campaignGoal", form, m_goalTitle);
    m_start = line("campaignStart", form, m_startTitle);
    m_end = line("campaignEnd", form, m_endTitle);
    m_category = line("campaignCategory", form, m_categoryTitle);
    m_venue = line("campaignVenue", form, m_venueTitle);
    m_account = line("campaignAccount", form, m_accountTitle);
    m_modelTitle = new QLabel(inside);
    m_modelTitle->setObjectName(QStringLiteral("campaignModelTitleLabel"));
    m_model = new QComboBox(inside);
    m_model->setObjectName(QStringLiteral("campaignModelComboBox"));
    for (const domain::PaymentModel model : {domain::PaymentModel::Immediate, domain::PaymentModel::OnSuccess})
        m_model->addItem(QString(), int(model));
    m_donationsOnly = new QCheckBox(inside);
    m_donationsOnly->setObjectName(QStringLiteral("donationsOnlyCheckBox"));
    form->addWidget(m_modelTitle);
    form->addWidget(m_model);
    form->addSpacing(Theme::grid);
    form->addWidget(m_donationsOnly);
    m_pictures = new PictureStrip(m_services, m_theme, inside);
    form->addWidget(m_pictures);
    form->addStretch();
    scroll->setWidget(inside);
    scroll->setMinimumWidth(38 * Theme::grid);
    row->addWidget(scroll, 2);
    buildStory(row);
    m_title->setMaxLength(int(domain::mostTitleCharacters));
    m_summary->setMaxLength(1'000);
    m_category->setMaxLength(100);
    m_venue->setMaxLength(200);
    m_account->setMaxLength(200);
    buildBar(outer);
}

void StoryTab::buildStory(QHBoxLayout* row)
{
    auto* storyPart = new QVBoxLayout;
    m_storyTitle = new QLabel(this);
    m_storyTitle->setObjectName(QStringLiteral("storyTitleLabel"));
    m_story = new QPlainTextEdit(this);
    m_story->setObjectName(QStringLiteral("storyTextEdit"));
    m_story->setTabChangesFocus(true);
    storyPart->addWidget(m_storyTitle);
    storyPart->addWidget(m_story, 1);
    auto* previewPart = new QVBoxLayout;
    m_previewTitle = new QLabel(this);
    m_previewTitle->setObjectName(QStringLiteral("previewTitleLabel"));
    m_preview = new Preview(this);
    m_preview->setObjectName(QStringLiteral("previewTextBrowser"));
    m_preview->setOpenLinks(false); // what an author writes must not make this program open anything
    previewPart->addWidget(m_previewTitle);
    previewPart->addWidget(m_preview, 1);
    row->addLayout(storyPart, 3);
    row->addLayout(previewPart, 3);
}

void StoryTab::buildBar(QVBoxLayout* column)
{
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("storyFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(Theme::grid);
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        return made;
    };
    m_undo = button("undoEditButton");
    m_redo = button("redoEditButton");
    m_discard = button("discardEditButton");
    m_save = button("saveEditButton");
    m_save->setShortcut(QKeySequence::Save);
    Theme::makePrimary(m_save);
    bar->addWidget(m_undo);
    bar->addWidget(m_redo);
    bar->addStretch();
    bar->addWidget(m_discard);
    bar->addWidget(m_save);
    column->addLayout(bar);
}

void StoryTab::say()
{
    m_wording.field(m_titleTitle, m_title, [] { return tr("Title"); }, [] { return tr("What the campaign is called"); });
    m_wording.field(m_summaryTitle, m_summary, [] { return tr("In a sentence"); }, [] { return tr("Stands under the title"); });
    m_wording.field(m_goalTitle, m_goal, [] { return tr("Goal"); }, [] { return tr("An amount, for example 5,000,000. Frozen once the campaign is live"); });
    m_wording.field(m_startTitle, m_start, [] { return tr("Begins"); }, [] { return tr("Year-month-day hour:minute, for example 2026-12-01 09:00"); });
    m_wording.field(m_endTitle, m_end, [] { return tr("Ends"); }, [] { return tr("A pledge at this moment is too late. Frozen once the campaign is live"); });
    m_wording.field(m_categoryTitle, m_category, [] { return tr("Category"); }, [] { return tr("One word, for example jazz"); });
    m_wording.field(m_venueTitle, m_venue, [] { return tr("Venue"); }, [] { return tr("Where the concert will be"); });
    m_wording.field(m_accountTitle, m_account, [] { return tr("Payout account"); }, [] { return tr("Bank and number; the money goes there"); });
    m_wording.field(m_modelTitle, m_model, [] { return tr("When backers pay"); }, [] { return tr("Frozen once the campaign is live"); });
    m_wording.button(m_donationsOnly, [] { return tr("Donations only, without rewards"); }, [] { return tr("Otherwise the review asks for at least one reward"); });
    m_wording.field(m_storyTitle, m_story, [] { return tr("Story (Markdown)"); }, [] { return tr("Headings with #, bold with **, lists with -"); });
    m_wording.field(m_previewTitle, m_preview, [] { return tr("As backers see it"); }, [] { return tr("Changes while you write"); });
    m_wording.button(m_undo, [] { return tr("Take back"); }, [] { return tr("Takes the last saved edit back"); });
    m_wording.button(m_redo, [] { return tr("Do again"); }, [] { return tr("Does what was taken back again"); });
    m_wording.button(m_discard, [] { return tr("Discard"); }, [] { return tr("Forgets what is not saved"); });
    m_wording.button(m_save, [] { return tr("Save"); }, [] { return tr("Writes the changed fields"); });
    m_wording.also([this] {
        m_model->setItemText(0, tr("At once; refunded when the goal is missed"));
        m_model->setItemText(1, tr("When the goal is reached"));
        m_pictures->retranslate();
    });
}

void StoryTab::show(bool isAnother)
{
    if (isAnother) {
        m_done.clear();
        m_undone.clear();
    }
    m_pictures->show(m_case->project().id, stateAfter(m_case->project().state, domain::ProjectAction::Edit).ok());
    if (isAnother || m_isSaved || !isDirty())
        fill();
    m_isSaved = false;
    refresh();
}

void StoryTab::fill()
{
    m_isFilling = true;
    m_base = m_case->project();
    const domain::Project& project = m_base;
    const auto moment = [&](const std::optional<domain::Instant>& at) { return at ? editableMoment(*at, m_case->zone) : QString(); };
    m_title->setText(project.title);
    m_summary->setText(project.summary);
    m_goal->setText(project.goal > 0 ? domain::plainText({project.goal, project.currency}) : QString());
    m_start->setText(moment(project.startsAt));
    m_end->setText(moment(project.endsAt));
    m_category->setText(project.category);
    m_venue->setText(project.venue);
    m_account->setText(project.payoutAccount);
    m_model->setCurrentIndex(m_model->findData(int(project.model)));
    m_donationsOnly->setChecked(project.donationsOnly);
    if (m_story->toPlainText() != project.story)
        m_story->setPlainText(project.story);
    m_isFilling = false;
}

Result<StoryTab::Edit> StoryTab::gather() const
{
    const domain::Project& project = m_base;
    Edit edit;
    edit.forward.projectId = edit.backward.projectId = project.id;
    const auto text = [&](const QString& now, const QString& before, std::optional<QString> commands::ProjectFields::*member) {
        if (now != before) {
            edit.forward.*member = now;
            edit.backward.*member = before;
        }
    };
    text(m_title->text(), project.title, &commands::ProjectFields::title);
    text(m_summary->text(), project.summary, &commands::ProjectFields::shortText);
    text(m_category->text(), project.category, &commands::ProjectFields::category);
    text(m_venue->text(), project.venue, &commands::ProjectFields::venue);
    text(m_account->text(), project.payoutAccount, &commands::ProjectFields::payoutAccount);
    text(m_story->toPlainText(), project.story, &commands::ProjectFields::story);
    if (edit.forward.payoutAccount && !project.payee)
        edit.forward.payee = domain::PersonId(QUuid::createUuid());
    const QString goal = m_goal->text().trimmed();
    const auto amount = goal.isEmpty() ? Result<domain::Money>(domain::Money{0, project.currency}) : domain::parseMoney(goal, project.currency);
    if (!amount)
        return amount.error();
    if (amount->minor != project.goal) {
        edit.forward.goal = amount->minor;
        edit.backward.goal = project.goal;
    }
    const auto moment = [&](const QLineEdit* field, const std::optional<domain::Instant>& before, const char* name,
                            std::optional<domain::Instant> commands::ProjectFields::*member) {
        const QString typed = field->text().trimmed();
        const auto now = momentFrom(typed, m_case->zone);
        if (!typed.isEmpty() && !now)
            return false;
        // A moment with seconds reads the same without them; only what was typed anew counts.
        if (before && typed == editableMoment(*before, m_case->zone))
            return true;
        if (typed.isEmpty() && before)
            edit.forward.clear.push_back(QLatin1String(name));
        if (now != before && now)
            edit.forward.*member = now;
        if (now != before && before)
            edit.backward.*member = before;
        else if (now != before)
            edit.backward.clear.push_back(QLatin1String(name));
        return true;
    };
    if (!moment(m_start, project.startsAt, "starts_at", &commands::ProjectFields::startsAt))
        return error(ErrorCode::Invalid, message("project.moment").with("text", m_start->text()));
    if (!moment(m_end, project.endsAt, "ends_at", &commands::ProjectFields::endsAt))
        return error(ErrorCode::Invalid, message("project.moment").with("text", m_end->text()));
    const auto model = domain::PaymentModel(m_model->currentData().toInt());
    if (model != project.model) {
        edit.forward.model = model;
        edit.backward.model = project.model;
    }
    if (m_donationsOnly->isChecked() != project.donationsOnly) {
        edit.forward.donationsOnly = m_donationsOnly->isChecked();
        edit.backward.donationsOnly = project.donationsOnly;
    }
    return edit;
}

bool StoryTab::isDirty() const
{
    if (!m_case)
        return false;
    const auto edit = gather();
    return !edit || !commands::givenFields(edit->forward).empty() || !edit->forward.clear.empty();
}

void StoryTab::refresh()
{
    if (m_isFilling || !m_case)
        return;
    for (QLabel* title : {m_storyTitle, m_previewTitle})
        title->setFont(m_theme.font(TextRole::Heading));
    const auto edit = gather();
    const bool dirty = isDirty();
    m_fault->setVisible(!edit.ok());
    m_fault->setText(edit ? QString() : inWords(edit.error().message));
    m_save->setEnabled(dirty && edit.ok());
    m_discard->setEnabled(dirty);
    m_undo->setEnabled(!m_done.empty() && !dirty);
    m_redo->setEnabled(!m_undone.empty() && !dirty);
    const bool frozen = domain::termsAreFrozen(m_case->project().state);
    for (QWidget* term : std::initializer_list<QWidget*>{m_goal, m_start, m_end, m_model, m_donationsOnly})
        term->setEnabled(!frozen);
    if (!m_previewDelay.isActive())
        m_previewDelay.start();
}

void StoryTab::refreshPreview()
{
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectCommonMark;
    features |= QTextDocument::MarkdownNoHTML;
    m_preview->document()->setMarkdown(QStringLiteral("# ") + m_title->text() + QStringLiteral("\n\n") + m_summary->text() + QStringLiteral("\n\n")
                                           + m_story->toPlainText(),
                                       features);
}

void StoryTab::write(const commands::EditProject& edit, std::function<void()> done)
{
    run(edit, std::move(done), m_base.version);
}

void StoryTab::save()
{
    const auto edit = gather();
    if (!edit || !isDirty())
        return;
    write(edit->forward, [this, saved = *edit] {
        m_done.push_back(saved);
        m_undone.clear();
        const auto now = gather();
        m_isSaved = now && commands::encodeText(now->forward) == commands::encodeText(saved.forward); // nothing was typed meanwhile
    });
}

void StoryTab::discard()
{
    fill();
    refresh();
}

void StoryTab::undo()
{
    if (m_done.empty())
        return;
    write(m_done.back().backward, [this] {
        m_undone.push_back(m_done.back());
        m_done.pop_back();
    });
}

void StoryTab::redo()
{
    if (m_undone.empty())
        return;
    write(m_undone.back().forward, [this] {
        m_done.push_back(m_undone.back());
        m_undone.pop_back();
    });
}

void StoryTab::showField(const QString& name)
{
    const std::pair<const char*, QWidget*> fields[] = {{"title", m_title}, {"goal", m_goal},          {"starts_at", m_start},
                                                       {"ends_at", m_end}, {"payout_account", m_account}, {"payee", m_account}};
    for (const auto& [known, field] : fields) {
        if (name == QLatin1String(known))
            field->setFocus();
    }
}

} // namespace encore::ui
