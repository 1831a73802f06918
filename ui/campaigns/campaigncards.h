// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/projectqueries.h"
#include "ui/common/rowmodel.h"
#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace encore::ui
{

class PictureCache;

[[nodiscard]] QString projectStateText(domain::ProjectState state);
/// “3 days left”, “not begun”, “over”: how long a campaign has, by its state and the time.
[[nodiscard]] QString timeLeftText(const commands::Projects::Row& project);
[[nodiscard]] QString percentText(qint64 hundredths); ///< as the language writes it, two decimals

class CampaignCardModel final : public RowModel<commands::Projects::Row>
{
    Q_OBJECT

public:
    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override; ///< the text is all of the card, for a screen reader

protected:
    [[nodiscard]] QString keyOf(const commands::Projects::Row& row) const override { return row.projectId.text(); }
};

/// A card: its picture, a ring that fills up to the goal, the title, what came in, and how long there is.
class CampaignCardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CampaignCardDelegate(const CampaignCardModel& model, PictureCache& pictures, Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintRing(QPainter& painter, const QRectF& place, const commands::Projects::Row& project) const;

    const CampaignCardModel& m_model;
    PictureCache& m_pictures;
    Theme& m_theme;
};

} // namespace encore::ui
