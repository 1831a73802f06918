// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

#include <QEvent>

namespace encore::ui
{

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_wording.sayAgain();
    retranslated();
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

} // namespace encore::ui
