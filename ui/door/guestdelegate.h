// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace encore::ui
{

/// What a model of guests offers beside its columns, for lists that show one guest in two lines.
enum GuestRole {
    SignalRole = Qt::UserRole + 1, ///< door::Signal as int; absent: no sign
    TitleRole,
    DetailRole,
    TrailingRole, ///< at the right of the title: a time or a state
    StruckRole, ///< taken back
};

class GuestDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit GuestDelegate(Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
};

} // namespace encore::ui
