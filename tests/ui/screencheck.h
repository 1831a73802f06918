// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What must be true of every screen in every state (UX.md): controls have a name, an accessible name, a hint and a place in the focus
// order; no text is cut off; nothing overlaps or leaves the window; in Korean no word is left in English.

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QButtonGroup>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <set>

namespace encore::tests
{

class ScreenCheck
{
public:
    /// @p foreignWords: names in the data and keys on the keyboard, which are the same in every language.
    ScreenCheck(bool korean, std::set<QString> foreignWords) : m_korean(korean), m_foreign(std::move(foreignWords)) { }

    /// All that is wrong with a window as it is now; @p state says in the report which one it was.
    void look(const QWidget& window, const QString& state)
    {
        m_state = state;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->isVisibleTo(&window) && widget->window() == &window && !isInner(*widget))
                lookAt(*widget, window);
        }
        lookAtFocus(window);
        ++m_windows;
    }

    void lookAtMenu(const QMenu& menu, const QString& state)
    {
        m_state = state;
        for (const QAction* action : menu.actions())
            checkWords(menu.objectName(), action->text());
    }

    /// Each fault once, with the first state it was seen in.
    [[nodiscard]] QStringList faults() const
    {
        QStringList lines;
        for (const auto& [what, state] : m_faults)
            lines << what + QStringLiteral(" (") + state + u')';
        return lines;
    }
    [[nodiscard]] int windows() const { return m_windows; }

private:
    void report(const QString& where, const QString& what) { m_faults.emplace(where + QStringLiteral(": ") + what, m_state); }

    void fault(const QWidget& widget, const QString& what)
    {
        const QString name = widget.objectName().isEmpty() ? QLatin1String(widget.metaObject()->className()) : widget.objectName();
        report(name, what);
    }

    /// Parts of Qt's own widgets: the field in a spin box, the buttons of a tab bar, the corner of a table.
    [[nodiscard]] static bool isInner(const QWidget& widget)
    {
        if (widget.objectName().startsWith(u"qt_") || widget.inherits("QTableCornerButton") || widget.inherits("QComboBoxPrivateContainer")
            || widget.inherits("QLineEditIconButton") || widget.inherits("QHeaderView") || widget.inherits("QScrollBar"))
            return true;
        for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
            if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) || qobject_cast<const QTabBar*>(parent)
                || parent->inherits("QCalendarWidget") || qobject_cast<const QHeaderView*>(parent))
                return true;
            if (parent->isWindow())
                break;
        }
        return false;
    }

    [[nodiscard]] static QString kindOf(const QWidget& widget)
    {
        const std::pair<const QMetaObject*, const char*> kinds[] = {
            {&QCheckBox::staticMetaObject, "CheckBox"},       {&QRadioButton::staticMetaObject, "RadioButton"},
            {&QAbstractButton::staticMetaObject, "Button"},   {&QLineEdit::staticMetaObject, "LineEdit"},
            {&QComboBox::staticMetaObject, "ComboBox"},       {&QDateEdit::staticMetaObject, "DateEdit"},
            {&QTimeEdit::staticMetaObject, "TimeEdit"},       {&QDateTimeEdit::staticMetaObject, "DateTimeEdit"},
            {&QAbstractSpinBox::staticMetaObject, "SpinBox"}, {&QListWidget::staticMetaObject, "ListWidget"},
            {&QListView::staticMetaObject, "ListView"},       {&QTableView::staticMetaObject, "TableView"},
            {&QPlainTextEdit::staticMetaObject, "TextEdit"},  {&QTabWidget::staticMetaObject, "TabWidget"},
        };
        for (const auto& [meta, kind] : kinds) {
            if (meta->cast(&widget))
                return QLatin1String(kind);
        }
        return {};
    }

    void lookAt(const QWidget& widget, const QWidget& window)
    {
        if (const QString kind = kindOf(widget); !kind.isEmpty()) {
            if (!widget.objectName().endsWith(kind))
                fault(widget, QStringLiteral("its name does not end in %1").arg(kind));
            if (widget.accessibleName().isEmpty())
                fault(widget, QStringLiteral("no accessible name"));
            if (kind != u"TabWidget" && widget.toolTip().isEmpty())
                fault(widget, QStringLiteral("no hint"));
            checkWords(widget.objectName(), widget.toolTip());
            checkWords(widget.objectName(), widget.accessibleName());
        }
        lookAtText(widget);
        lookAtPlace(widget, window);
    }

    void lookAtText(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            checkWords(label->objectName(), label->text());
            const QRect room = label->contentsRect().adjusted(-1, -1, 1, 1);
            const QSize needed = label->wordWrap()
                ? label->fontMetrics().boundingRect(QRect(0, 0, room.width(), 100'000), Qt::TextWordWrap, label->text()).size()
                : label->fontMetrics().size(0, label->text());
            if (!label->text().isEmpty() && (needed.width() > room.width() || needed.height() > room.height() + 2))
                fault(widget, QStringLiteral("“%1” is cut off").arg(label->text()));
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            checkWords(button->objectName(), button->text());
            const auto* tool = qobject_cast<const QToolButton*>(button);
            const bool textShown = !tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
            if (textShown && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
                fault(widget, QStringLiteral("“%1” is cut off").arg(button->text()));
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
            checkWords(edit->objectName(), edit->placeholderText());
            if (edit->text().isEmpty() && edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > edit->contentsRect().width() - 8)
                fault(widget, QStringLiteral("“%1” is cut off").arg(edit->placeholderText()));
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            for (int item = 0; item < box->count(); ++item)
                checkWords(box->objectName(), box->itemText(item));
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
            lookAtTabs(*tabs);
        } else if (const auto* table = qobject_cast<const QTableView*>(&widget)) {
            lookAtTable(*table);
        }
    }

    void lookAtTabs(const QTabBar& tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab) {
            checkWords(tabs.objectName(), tabs.tabText(tab));
            if (tabs.tabRect(tab).width() < tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab)))
                fault(tabs, QStringLiteral("“%1” is cut off").arg(tabs.tabText(tab)));
            if (tabs.tabRect(tab).right() > tabs.width())
                fault(tabs, QStringLiteral("“%1” is outside").arg(tabs.tabText(tab)));
        }
    }

    void lookAtTable(const QTableView& table)
    {
        const QAbstractItemModel* model = table.model();
        for (int column = 0; model && column < model->columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            const QString title = model->headerData(column, Qt::Horizontal).toString();
            checkWords(table.objectName(), title);
            if (table.columnWidth(column) < table.horizontalHeader()->fontMetrics().horizontalAdvance(title) + 4)
                fault(table, QStringLiteral("“%1” is cut off").arg(title));
        }
    }

    void lookAtPlace(const QWidget& widget, const QWidget& window)
    {
        for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
            if (parent->inherits("QAbstractScrollArea"))
                return; // may be scrolled to
            if (parent == &window)
                break;
        }
        const QRect place(widget.mapTo(&window, QPoint()), widget.size());
        if (!window.rect().contains(place))
            fault(widget, QStringLiteral("leaves the window"));
        if (kindOf(widget).isEmpty() && !qobject_cast<const QLabel*>(&widget))
            return;
        const auto siblings = widget.parentWidget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget* other : siblings) {
            const bool counts = other != &widget && other->isVisible() && !other->isWindow() && !isInner(*other)
                && (!kindOf(*other).isEmpty() || qobject_cast<const QLabel*>(other));
            if (counts && other->geometry().intersects(widget.geometry()))
                fault(widget, QStringLiteral("overlaps %1").arg(other->objectName()));
        }
    }

    /// Tab reaches every control, and goes through those of one row or column the way they are read.
    void lookAtFocus(const QWidget& window)
    {
        std::vector<const QWidget*> order;
        for (const QWidget* widget = window.nextInFocusChain(); widget && widget != &window; widget = widget->nextInFocusChain())
            order.push_back(widget);
        std::map<const QWidget*, const QWidget*> lastOf; // by parent
        for (const QWidget* widget : order) {
            if (!widget->isVisibleTo(&window) || widget->window() != &window || kindOf(*widget).isEmpty() || isInner(*widget)
                || kindOf(*widget) == u"TabWidget")
                continue;
            // Of buttons that exclude each other Tab reaches the chosen one; the arrow keys go on from there.
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && !button->isChecked() && (button->autoExclusive() || (button->group() && button->group()->exclusive())))
                continue;
            if (!(widget->focusPolicy() & Qt::TabFocus)) {
                fault(*widget, QStringLiteral("Tab does not reach it"));
                continue;
            }
            const QWidget*& last = lastOf[widget->parentWidget()];
            if (last) {
                const QRect before = last->geometry();
                const QRect now = widget->geometry();
                const bool above = now.bottom() < before.top();
                const bool leftOf = now.right() < before.left() && now.top() < before.bottom() && before.top() < now.bottom();
                if (above || leftOf)
                    fault(*widget, QStringLiteral("Tab comes here after %1, which is read later").arg(last->objectName()));
            }
            last = widget;
        }
    }

    void checkWords(const QString& where, const QString& text)
    {
        if (!m_korean)
            return;
        // Numbers of orders and hashes are the same in every language.
        static const QRegularExpression codes(QStringLiteral("\\b(?:[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f]{16})\\b"));
        static const QRegularExpression latin(QStringLiteral("[A-Za-z][A-Za-z]+"));
        for (auto match = latin.globalMatch(QString(text).remove(codes)); match.hasNext();) {
            const QString word = match.next().captured();
            if (!m_foreign.contains(word)) {
                report(where, QStringLiteral("“%1” is not Korean: %2").arg(word, text));
                return;
            }
        }
    }

    bool m_korean;
    std::set<QString> m_foreign;
    QString m_state;
    std::map<QString, QString> m_faults; ///< what → in which state
    int m_windows = 0;
};

} // namespace encore::tests
