// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace encore::ui
{

class CampaignCardModel;
class CampaignView;

/// Every campaign as a card; one of them in full.
class CampaignsPage final : public Page
{
    Q_OBJECT

public:
    CampaignsPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Campaigns"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("campaigns"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("campaigns"); }
    [[nodiscard]] bool hasUnsaved() const override;
    void reload() override;
    void showCampaign(domain::ProjectId project);
    void showTab(int number); ///< of the campaign that is shown, from 0

protected:
    void retranslated() override;

private:
    void build();
    void say();
    void refresh();
    void askNew();
    void leave();

    Services m_services;
    Theme& m_theme;
    QString m_zone = QStringLiteral("Asia/Seoul");
    CampaignCardModel* m_model = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_list = nullptr;
    QLabel* m_heading = nullptr;
    QPushButton* m_new = nullptr;
    QLabel* m_empty = nullptr;
    QListView* m_cards = nullptr;
    CampaignView* m_campaign = nullptr;
};

} // namespace encore::ui
