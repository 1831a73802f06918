// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaignspage.h"

#include "campaigncards.h"
#include "campaignview.h"
#include "commands/door/doorqueries.h"
#include "commands/projects/createproject.h"
#include "picturestrip.h"
#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

namespace encore::ui
{

CampaignsPage::CampaignsPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_model(new CampaignCardModel(this))
{
    setObjectName(QStringLiteral("campaignsPage"));
    build();
    say();
    const auto open = [this](const QModelIndex& index) {
        if (index.isValid())
            showCampaign(m_model->row(index.row()).projectId);
    };
    connect(m_cards, &QListView::activated, this, open);
    connect(m_cards, &QListView::clicked, this, open);
    connect(m_new, &QPushButton::clicked, this, &CampaignsPage::askNew);
    connect(m_campaign, &CampaignView::backWanted, this, &CampaignsPage::leave);
    refresh();
}

void CampaignsPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("campaignsStackedWidget"));
    outer->addWidget(m_stack);
    m_list = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::grid);
    auto* head = new QHBoxLayout;
    m_heading = new QLabel(m_list);
    m_heading->setObjectName(QStringLiteral("campaignsHeadingLabel"));
    m_new = new QPushButton(m_list);
    m_new->setObjectName(QStringLiteral("newCampaignButton"));
    m_new->setMinimumHeight(5 * Theme::grid);
    Theme::makePrimary(m_new);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_new);
    column->addLayout(head);
    m_empty = new QLabel(m_list);
    m_empty->setObjectName(QStringLiteral("campaignsEmptyLabel"));
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_cards = new QListView(m_list);
    m_cards->setObjectName(QStringLiteral("campaignsListView"));
    m_cards->setModel(m_model);
    constexpr QSize cardPicture(320, 200);
    auto* pictures = new PictureCache(*m_services.files, cardPicture, this);
    m_cards->setItemDelegate(new CampaignCardDelegate(*m_model, *pictures, m_theme, m_cards));
    connect(pictures, &PictureCache::arrived, m_cards->viewport(), qOverload<>(&QWidget::update));
    m_cards->setViewMode(QListView::IconMode);
    m_cards->setResizeMode(QListView::Adjust);
    m_cards->setMovement(QListView::Static);
    m_cards->setUniformItemSizes(true);
    m_cards->setLayoutMode(QListView::Batched);
    m_cards->setFrameShape(QFrame::NoFrame);
    m_cards->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }")); // the chosen card shows where one is
    column->addWidget(m_cards, 1);
    column->addStretch();
    m_campaign = new CampaignView(m_services, m_theme, m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_campaign);
}

void CampaignsPage::say()
{
    m_wording.label(m_heading, [] { return tr("Campaigns"); });
    m_wording.button(m_new, [] { return tr("New campaign…"); }, [] { return tr("Begins a draft; nothing is public before a review"); });
    m_wording.control(m_cards, [] { return tr("Campaigns"); }, [] { return tr("Choose one with the arrow keys, then Enter"); });
    m_wording.label(m_empty, [] { return tr("There are no campaigns yet. Begin one: a title is enough, everything else can wait."); });
}

void CampaignsPage::retranslated()
{
    m_model->retranslate();
    m_campaign->retranslate();
    refresh();
}

void CampaignsPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_zone = rows->front().timeZone;
    });
    m_services.queries->ask<commands::Projects>({}, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
        refresh();
    });
    if (m_stack->currentWidget() == m_campaign)
        m_campaign->reload();
}

void CampaignsPage::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_empty->setVisible(m_model->rowCount() == 0);
    m_cards->setVisible(m_model->rowCount() > 0);
}

void CampaignsPage::showCampaign(domain::ProjectId project)
{
    m_stack->setCurrentWidget(m_campaign);
    m_campaign->show(project, m_zone);
}

void CampaignsPage::showTab(int number)
{
    m_campaign->showTab(number);
}

bool CampaignsPage::hasUnsaved() const
{
    return m_stack->currentWidget() == m_campaign && m_campaign->isDirty();
}

void CampaignsPage::leave()
{
    const auto goBack = [this] {
        m_stack->setCurrentWidget(m_list);
        reload();
        m_cards->setFocus();
    };
    if (!hasUnsaved()) {
        goBack();
        return;
    }
    auto* dialog = new AskDialog(QStringLiteral("unsaved"), m_theme, this);
    dialog->setWords([] { return tr("Leave without saving?"); }, [] { return tr("What you typed and did not save is lost."); }, [] { return tr("Leave"); });
    connect(dialog, &QDialog::accepted, this, [this, goBack] {
        m_campaign->discard();
        goBack();
    });
    dialog->open();
}

void CampaignsPage::askNew()
{
    auto* dialog = new AskDialog(QStringLiteral("newCampaign"), m_theme, this);
    dialog->setWords([] { return tr("A new campaign"); }, [] { return tr("It begins as a draft that nobody else sees."); }, [] { return tr("Begin"); });
    dialog->addField([] { return tr("Title"); }, [] { return tr("What the campaign is called; it can be changed"); }, true);
    dialog->addField([] { return tr("Author"); }, [] { return tr("Who writes it, and so may not review it"); }, false);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        commands::CreateProject command;
        command.title = dialog->field(0);
        command.author = dialog->field(1);
        m_services.commands->run(makeRequest(command, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
            const auto json = outcome ? commands::parseJson(outcome->json) : domain::Result<commands::JsonDocument>(outcome.error());
            const auto made = json ? commands::decode<commands::ProjectMade>(*json, {}) : domain::Result<commands::ProjectMade>(json.error());
            if (made) {
                showCampaign(made->projectId);
                m_campaign->showTab(1);
                return;
            }
            m_empty->setText(inWords(made.error().message));
            m_empty->show();
        });
    });
    dialog->open();
}

} // namespace encore::ui
