// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "commands/projects/projectqueries.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace encore::ui
{

/// What needs somebody today: money to hand out, campaigns that wait or end soon, orders that are not paid, a drawer left open.
class HomePage final : public Page
{
    Q_OBJECT

public:
    HomePage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Home"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("home"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("home"); }
    void reload() override;

Q_SIGNALS:
    void pageWanted(const QString& pageId);
    void campaignWanted(domain::ProjectId project);
    void orderWanted(const QString& label);

protected:
    void retranslated() override { reload(); }

private:
    /// Something to do: what, beside it the details, and a button that leads there or does it.
    struct Item {
        int rank = 0; ///< the smallest comes first
        QString what;
        QString details;
        QString button;
        QString hint;
        std::function<void()> act;
    };
    struct Line {
        QWidget* card = nullptr;
        QLabel* what = nullptr;
        QLabel* details = nullptr;
        QPushButton* button = nullptr;
    };
    void say();
    void show(int asked);
    void addTasks(const std::vector<commands::Tasks::Row>& tasks);
    void addCampaigns(const std::vector<commands::Projects::Row>& projects);
    [[nodiscard]] Line makeLine(size_t number);
    void askDone(const commands::Tasks::Row& task);
    void addLetters(const std::vector<commands::Messages::Row>& letters);
    void askAddress(const commands::Messages::Row& letter);

    Services m_services;
    Theme& m_theme;
    QString m_zone = QStringLiteral("Asia/Seoul");
    int m_asked = 0; ///< answers of an older question are not for this list
    int m_open = 0; ///< answers that are still to come
    std::vector<Item> m_items;
    std::vector<Line> m_lines;
    QLabel* m_heading = nullptr;
    QLabel* m_text = nullptr;
    QVBoxLayout* m_list = nullptr;
};

} // namespace encore::ui
